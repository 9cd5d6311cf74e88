import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createAffixTree } from './affix-tree.js'

function find(end: 'beginning' | 'ending', affixes: readonly string[], text: string): number[] {
  const tree = createAffixTree<number[]>(end)
  for (const [index, affix] of affixes.entries()) tree.at(affix, () => []).push(index)
  const found: number[] = []
  tree.find(text, (items) => found.push(...items))
  return found
}

describe('a tree of beginnings', () => {
  it.each([
    [['arn:aws:s3', 'arn:aws:ec2', 'arn:'], 'arn:aws:s3:::logs', [2, 0]],
    [['ab', 'abc', 'abd', 'a', 'b'], 'abd', [3, 0, 2]],
    [['ab', 'ab'], 'ab', [0, 1]],
    [['abc'], 'ab', []],
    [[''], '', [0]],
    [['', 'x'], 'y', [0]],
    [['x'], '', []],
  ])('of %j finds those of `%s`', (affixes, text, expected) =>
    expect(find('beginning', affixes, text)).toEqual(expected),
  )

  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '\u{1F600}'), maxLength: 8 })

  it.each(['beginning', 'ending'] as const)('finds what trying each %s finds', (end) => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 30 }), text, (affixes, subject) => {
        const has = (affix: string) => (end === 'ending' ? subject.endsWith(affix) : subject.startsWith(affix))
        const expected = [...affixes.keys()].filter((index) => has(affixes[index] ?? ''))
        expect(find(end, affixes, subject).sort((a, b) => a - b)).toEqual(expected)
      }),
      { numRuns: 2000 },
    )
  })
})
