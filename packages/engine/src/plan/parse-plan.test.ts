import { describe, expect, it } from 'vitest'
import { bench, decision } from '../testing/acting-bench.js'
import { parsePlan } from './parse-plan.js'

const observed = decision('finding-2', 'front', [{ rule: 'watch', mode: 'observe' }, { use: 'none' }])
const plan = await bench().plan(decision('finding-1', 'front', [{}]), observed)
const json: unknown = JSON.parse(JSON.stringify(plan))

describe('parsePlan', () => {
  it('reads back what was written', () => {
    expect(parsePlan(json)).toEqual(plan)
  })

  it.each<[string, unknown, string]>([
    ['nothing', null, 'this is not a plan: expected object'],
    ['a list', [], 'this is not a plan: expected object'],
    ['another document', { ...plan, kind: 'Rules' }, "this is not a plan at `/kind`: expected 'plan'"],
    ['a member too many', { ...plan, extra: 1 }, 'this is not a plan at `/extra`: unexpected property'],
    [
      'a change without a key',
      { ...plan, changes: [{ ...plan.changes[0], key: undefined }] },
      'this is not a plan at `/changes/0/key`: expected string',
    ],
  ])('refuses %s', (_name, given, message) => {
    expect(() => parsePlan(given)).toThrow(
      expect.objectContaining({ code: 'usage.input', message, hint: 'give the file that `redress plan --out` wrote' }),
    )
  })
})
