import { describe, expect, it } from 'vitest'
import type { Change } from '../contracts/plan.js'
import { sampleChange, sampleFacts } from '../testing/sample-change.js'
import { approvalGuard } from './approval.js'

const message = { action: { place: 'home', once: true, risk: 'safe', reversible: 'none' } } as const

describe('approvalGuard', () => {
  it.each<[string, Partial<Change>, object, string | null]>([
    ['a change in mode apply', {}, {}, null],
    [
      'a change of a rule in mode approve',
      { mode: 'approve' },
      {},
      'the mode is `approve`, so it waits for an approval',
    ],
    [
      'a change of a run in mode approve',
      {},
      { mode: 'approve' },
      'the mode is `approve`, so it waits for an approval',
    ],
    ['an irreversible change', { risk: 'irreversible' }, {}, 'this is irreversible, so it waits for an approval'],
    ['a change without undo', { reversible: 'none' }, {}, 'this cannot be taken back, so it waits for an approval'],
    [
      'a change whose plan plays down an irreversible action',
      { risk: 'safe' },
      { action: { place: 'target', once: false, risk: 'irreversible', reversible: 'full' } },
      'this is irreversible, so it waits for an approval',
    ],
    [
      'a change whose plan promises an undo that the action does not have',
      {},
      { action: { place: 'target', once: false, risk: 'safe', reversible: 'none' } },
      'this cannot be taken back, so it waits for an approval',
    ],
    ['a message', { reversible: 'none' }, message, null],
    [
      'a message in mode approve',
      { reversible: 'none', mode: 'approve' },
      message,
      'the mode is `approve`, so it waits for an approval',
    ],
  ])('%s', (_name, change, facts, expected) => {
    const denial = approvalGuard(sampleChange(change), sampleFacts(facts))
    expect(denial).toEqual(expected && { kind: 'deferred', code: 'APPROVAL_REQUIRED', message: expected })
    expect(approvalGuard(sampleChange(change), sampleFacts({ ...facts, approved: true }))).toBeNull()
  })
})
