import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createContainedTexts, shortest } from './contained-texts.js'

const letters = fc.constantFrom('a', 'b', '/', 'é', '語')
const texts = fc.uniqueArray(fc.string({ unit: letters, minLength: shortest, maxLength: 8 }), { maxLength: 20 })

it('finds each text that stands in another, once, and no other', () => {
  fc.assert(
    fc.property(texts, fc.string({ unit: letters, maxLength: 60 }), texts, (filed, text, inside) => {
      const contained = createContainedTexts<string>()
      for (const each of [...filed, ...filed]) expect(contained.at(each, () => each)).toBe(each)
      for (const whole of [text, text + inside.join('')]) {
        const found: string[] = []
        contained.find(whole, (each) => found.push(each))
        expect(found.sort()).toEqual(filed.filter((each) => whole.includes(each)).sort())
      }
    }),
    { numRuns: 500 },
  )
})

it('looks at what many texts share no more often than at other things', () => {
  const contained = createContainedTexts<number>()
  let visits = 0
  for (let index = 0; index < 1000; index++) contained.at(`aaaa${index}`, () => index)
  contained.find('a'.repeat(8000), () => {
    visits += 1
  })
  contained.find(`${'a'.repeat(8000)}17`, () => {
    visits += 1
  })
  // `aaaa1` and `aaaa17`.
  expect(visits).toBe(2)
})
