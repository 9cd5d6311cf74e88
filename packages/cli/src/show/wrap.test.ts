import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wrap } from './wrap.js'

describe('wrap', () => {
  it.each([
    ['short text', 'a b', 20, ['a b']],
    ['text at spaces', 'one two three', 8, ['one two', 'three']],
    ['a long word after a colon or slash', 'arn:aws:ec2:group/sg-1', 14, ['arn:aws:ec2:', 'group/sg-1']],
    ['a long word without either', 'abcdefghijkl', 8, ['abcdefgh', 'ijkl']],
    ['nothing', '', 8, ['']],
  ])('breaks %s', (_name, text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines)
  })

  it('keeps every character and every width', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('a', 'b', '/', ':') })),
        fc.integer({ min: 8, max: 40 }),
        (words, width) => {
          const lines = wrap(words.join(' '), width)
          expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''))
          expect(lines.every((line) => line.length <= width)).toBe(true)
        },
      ),
    )
  })
})
