import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatProblem } from '../contracts/problem.js'
import { readYaml } from './read-yaml.js'

const complaints = (text: string | Uint8Array) => readYaml('a.yaml', text).problems.map(formatProblem)
const limit = 256 * 1024

describe('places', () => {
  const { document, problems } = readYaml(
    'a.yaml',
    '# c\na: 1\n"b/c":\n  - x\n  - {d: "é", e: }\n  - |\n    block\nf:\n',
  )
  it.each([
    ['', 'value', 2, 1],
    ['/a', 'key', 2, 1],
    ['/a', 'value', 2, 4],
    ['/b~1c', 'key', 3, 1],
    ['/b~1c/0', 'value', 4, 5],
    ['/b~1c/0', 'key', 4, 5],
    ['/b~1c/1/d', 'value', 5, 9],
    ['/b~1c/1/e', 'key', 5, 14],
    ['/b~1c/2', 'value', 6, 5],
    ['/f', 'key', 8, 1],
    ['/a/nothing/there', 'value', 2, 1],
    ['/nothing', 'value', 2, 1],
  ] as const)('finds %j (%s) at %i:%i', (pointer, at, line, column) => {
    expect(document?.locate(pointer, at)).toEqual({ line, column })
  })

  it('keeps values and how plain scalars are written', () => {
    expect(problems).toEqual([])
    expect(document?.value).toEqual({ a: 1, 'b/c': ['x', { d: 'é', e: null }, 'block\n'], f: null })
    expect(['/a', '/b~1c/0', '/b~1c/1/d', '/b~1c', '/x'].map((pointer) => document?.source(pointer))).toEqual([
      '1',
      'x',
      null,
      null,
      null,
    ])
  })
})

describe('a byte order mark', () => {
  it('is dropped at the start and does not count as a column', () => {
    expect(readYaml('a.yaml', '\ufeffa: b').document?.locate('/a', 'value')).toEqual({ line: 1, column: 4 })
  })
})

describe('limits', () => {
  const filled = (bytes: number) => `a: ${'x'.repeat(bytes - 3)}`

  it.each([
    [limit - 1, []],
    [limit, []],
    [limit + 1, ['a.yaml:1:1 the file is larger than 262144 bytes (yaml.too-large)\n  split it into several files']],
  ])('a file of %i bytes', (bytes, expected) => {
    expect(complaints(filled(bytes))).toEqual(expected)
    expect(complaints(new TextEncoder().encode(filled(bytes)))).toEqual(expected)
  })

  it('count bytes and not characters', () => {
    expect(complaints(`a: ${'é'.repeat(limit / 2)}`)[0]).toContain('(yaml.too-large)')
  })

  it.each([
    [32, []],
    [33, ['a.yaml:1:36 the nesting is deeper than 32 levels (yaml.too-deep)']],
  ])('%i levels', (levels, expected) => {
    expect(complaints(`a: ${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}`)).toEqual(
      expected.map((text) => text.replace(':36', `:${3 + levels - 1}`)),
    )
  })

  it('more levels than any stack holds are refused, closed or not', { timeout: 60_000 }, () => {
    const expected = ['a.yaml:1:1 the nesting is deeper than 32 levels (yaml.too-deep)']
    expect(complaints('['.repeat(50_000))).toEqual(expected)
    expect(complaints(`${'['.repeat(50_000)}${']'.repeat(50_000)}`)).toEqual(expected)
  })

  it('more than 50,000 values are refused once', { timeout: 60_000 }, () => {
    expect(complaints(`a: [${'1,'.repeat(50_100)}]`)).toEqual([
      'a.yaml:1:100001 the file holds more than 50000 values (yaml.too-large)\n  split it into several files',
    ])
  })
})

describe('the worst shapes', () => {
  it('256 KiB of `}` give fifty problems and a count', { timeout: 60_000 }, () => {
    const found = complaints('}'.repeat(limit))
    expect(found).toHaveLength(51)
    expect(found[0]).toBe('a.yaml:1:1 this cannot stand here (yaml.syntax)\n  is there a bracket or quote too many?')
    expect(found[50]).toBe('a.yaml:1:51 and 262094 more problems from here on (yaml.syntax)')
  })

  it('40,000 keys of one name give fifty problems and a count', { timeout: 60_000 }, () => {
    const found = complaints('a: 1\n'.repeat(40_000))
    expect(found).toHaveLength(51)
    expect(found[0]).toBe(
      'a.yaml:2:1 the key `a` stands twice in this mapping; first at 1:1 (yaml.duplicate-key)\n  keep one of them',
    )
    expect(found[50]).toBe('a.yaml:52:1 and 39949 more problems from here on (yaml.duplicate-key)')
  })
})

describe('tags', () => {
  it.each(['a: !x', 'a: !y!z 1', '!!set {a}', '!x', 'a: !!omap []', 'a: !<x>', '- ! '])(
    '%j is refused, whether the parser minds or not',
    (text) => {
      expect(readYaml('a.yaml', text).problems.map(({ code }) => code)).toContain('yaml.tag')
    },
  )
})

it.each(['!x a: 1', '? !x a\n: b', '? &x a\n: b', '&x a: 1', '*x : 1'])('a key with a sign is refused: %j', (text) => {
  expect(readYaml('a.yaml', text).problems.length).toBeGreaterThan(0)
})

describe('account ids', () => {
  const ids = fc.stringMatching(/^[0-9]{12}$/)

  it('are refused without quotes, wherever they stand', () => {
    fc.assert(
      fc.property(ids, (id) => {
        for (const text of [`a: ${id}`, `a: [${id}]`, `- ${id}`, `a: { b: ${id} }`]) {
          const [problem, ...others] = readYaml('a.yaml', text).problems
          expect(others).toEqual([])
          expect(problem).toMatchObject({ code: 'yaml.unquoted', hint: `quote it: "${id}"` })
        }
      }),
    )
  })

  it('are themselves with quotes', () => {
    fc.assert(
      fc.property(ids, (id) => {
        expect(readYaml('a.yaml', `a: "${id}"`)).toMatchObject({ problems: [], document: { value: { a: id } } })
      }),
    )
  })
})

describe('any text', () => {
  it('is read or refused, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const { document, problems } = readYaml('a.yaml', text)
        expect(document !== null || problems.length > 0).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('that is JSON reads as JSON does, when its numbers and keys are plain', () => {
    const plain = fc.jsonValue({ maxDepth: 4, noUnicodeString: true })
    fc.assert(
      fc.property(plain, (value) => {
        const { document, problems } = readYaml('a.yaml', JSON.stringify({ value }, null, 1))
        if (problems.length === 0) expect(document?.value).toEqual(JSON.parse(JSON.stringify({ value })))
      }),
    )
  })
})
