import { describe, expect, it } from 'vitest'
import type { Rule } from '../contracts/documents/rules.js'
import { decideOne, decisions } from '../testing/decide-sample.js'
import { sampleResource } from '../testing/sample-finding.js'

describe('a field of the finding that is set twice', () => {
  const set = (id: string, use: string, params: Rule['steps'][number]['with']): Rule => ({
    id,
    match: { control: 'EC2.2' },
    steps: [{ use, with: params ?? {} }],
  })
  const winners = (...rules: readonly Rule[]) => decideOne({ rules }).steps.map(({ overriddenBy }) => overriddenBy)

  it('gets the value of the later rule', () => {
    expect(
      winners(set('a', 'finding.set-severity', { label: 'LOW' }), set('b', 'finding.set-severity', { label: 'HIGH' })),
    ).toEqual(['b', null])
    expect(
      winners(set('a', 'finding.suppress', { note: 'x' }), set('b', 'finding.set-workflow', { workflow: 'NEW' })),
    ).toEqual(['b', null])
  })

  it('is not overridden by the same wish', () => {
    expect(winners(set('a', 'finding.note', { text: 'x' }), set('b', 'finding.note', { text: 'x' }))).toEqual([
      null,
      null,
    ])
    expect(
      winners(
        set('a', 'finding.note', { text: 'x' }),
        set('b', 'finding.note', { text: 'y' }),
        set('c', 'finding.note', { text: 'x' }),
      ),
    ).toEqual([null, 'c', null])
  })

  it('is compared name by name for fields of one’s own', () => {
    const one = set('a', 'finding.set-fields', { fields: { a: '1', b: '1' } })
    expect(winners(one, set('b', 'finding.set-fields', { fields: { a: '2' } }))).toEqual([null, null])
    expect(winners(one, set('b', 'finding.set-fields', { fields: { a: '2', b: '2' } }))).toEqual(['b', null])
  })

  it('is compared over all targets, because the finding is one', () => {
    const resources = [sampleResource(), sampleResource({ id: 'sg-2', name: 'sg-2' })]
    const onSecond: Rule = {
      ...set('b', 'finding.set-severity', { label: 'HIGH' }),
      match: { 'resource.name': 'sg-2' },
    }
    const onFirst: Rule = {
      ...set('c', 'finding.set-severity', { label: 'LOW' }),
      match: { 'resource.name': 'sg-0123' },
    }
    const all = decisions({ rules: [onSecond, onFirst] }, { resources })
    expect(all.map(({ steps }) => steps.map(({ overriddenBy }) => overriddenBy))).toEqual([[null], ['c']])
  })
})
