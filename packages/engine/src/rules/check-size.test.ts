import { describe, expect, it } from 'vitest'
import { limits } from '../contracts/documents/limits.js'
import { setProblems } from './check-size.js'

const many = (count: number, text: string | Uint8Array) =>
  new Map(Array.from({ length: count }, (_, index) => [`rules/${String(index).padStart(4, '0')}.yaml`, text]))

describe('the number of files', () => {
  it.each([
    [limits.files - 1, []],
    [limits.files, []],
    [
      limits.files + 1,
      [
        {
          file: 'rules/0500.yaml',
          line: 1,
          column: 1,
          code: 'yaml.too-large',
          message: 'the project has more than 500 files',
          hint: 'split the project',
        },
      ],
    ],
  ])('%i', (count, expected) => {
    expect(setProblems(many(count, ''))).toEqual(expected)
  })

  it('does not count what is not read', () => {
    const others = Array.from({ length: 600 }, (_, index): [string, string] => [`findings/${index}.json`, 'x'])
    expect(setProblems(new Map(others))).toEqual([])
  })
})

describe('the size of all files', () => {
  const part = limits.bytes / 16

  it.each([
    [15, []],
    [16, []],
    [17, [{ file: 'rules/0016.yaml', message: 'the project has more than 8388608 bytes' }]],
  ])('%i sixteenths', (count, expected) => {
    expect(setProblems(many(count, new Uint8Array(part)))).toMatchObject(expected)
    expect(setProblems(many(count, 'x'.repeat(part)))).toMatchObject(expected)
    expect(setProblems(many(count, 'é'.repeat(part / 2)))).toMatchObject(expected)
  })
})
