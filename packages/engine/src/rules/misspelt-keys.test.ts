/**
 * The promise about typing mistakes: one wrong letter in any key of a sound project, and the project does not load.
 *
 * Names that the user makes up (groups, channels, parameters) are left out, and so is what belongs to others: state
 * of the in-process AWS, JSONLogic.
 */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isJsonObject, type Json } from '../contracts/json.js'
import { joinPointer } from '../contracts/pointer.js'
import { checkProject } from '../load-project.js'
import { fileActions, fileCatalog, sampleFiles } from '../testing/sample-files.js'
import { readYaml } from './read-yaml.js'

const free = /\/(world|set|when|before|after)\/|^\/(groups|channels|parameters)\/[^/]*$|resource\.tags\./

const keys = [...sampleFiles].flatMap(([file, text]) => {
  const { document } = readYaml(file, text)
  return pointersIn(document?.value ?? null, '')
    .filter(({ pointer }) => !free.test(pointer))
    .map(({ pointer, key }) => {
      const { line, column } = document?.locate(pointer, 'key') ?? { line: 1, column: 1 }
      const before = text.split('\n').slice(0, line - 1)
      return { file, key, offset: before.reduce((sum, { length }) => sum + length + 1, 0) + column - 1 }
    })
})
const known = new Set(keys.map(({ key }) => key))

function pointersIn(value: Json, pointer: string): readonly { readonly pointer: string; readonly key: string }[] {
  if (Array.isArray(value)) return value.flatMap((item: Json, index) => pointersIn(item, joinPointer(pointer, index)))
  if (!isJsonObject(value)) return []
  return Object.entries(value).flatMap(([key, member]) => {
    const place = joinPointer(pointer, key)
    return [{ pointer: place, key }, ...pointersIn(member, place)]
  })
}

/** Words one insertion, deletion, replacement or swap away that are no other key. */
function typosOf(word: string): readonly string[] {
  const letters = ['a', 'e', 'x', 'A', '-', '1']
  const places = Array.from({ length: word.length }, (_, index) => index)
  const typos = places.flatMap((at) => {
    const [start, end] = [word.slice(0, at), word.slice(at + 1)]
    const swapped = `${start}${word.charAt(at + 1)}${word.charAt(at)}${word.slice(at + 2)}`
    return [
      start + end,
      swapped,
      ...letters.flatMap((letter) => [start + letter + end, start + letter + word.slice(at)]),
    ]
  })
  return [...new Set([...typos, ...letters.map((letter) => word + letter)])].filter(
    (typo) => typo !== word && typo !== '' && !known.has(typo),
  )
}

const typo = fc
  .constantFrom(...keys)
  .chain((place) => fc.record({ place: fc.constant(place), word: fc.constantFrom(...typosOf(place.key)) }))

it('a misspelt key anywhere refuses the project', { timeout: 60_000 }, async () => {
  expect(keys.length).toBeGreaterThan(120)
  await fc.assert(
    fc.asyncProperty(typo, async ({ place: { file, key, offset }, word }) => {
      const text = sampleFiles.get(file) ?? ''
      expect(text.slice(offset, offset + key.length)).toBe(key)
      const edited = `${text.slice(0, offset)}${word}${text.slice(offset + key.length)}`
      const files = new Map([...sampleFiles, [file, edited]])
      const { project, problems } = await checkProject({ files, catalog: fileCatalog, actions: fileActions })
      expect({ project, isSilent: problems.length === 0 }).toEqual({ project: null, isSilent: false })
    }),
    { numRuns: 300 },
  )
})
