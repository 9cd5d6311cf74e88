import { describe, expect, it } from 'vitest'
import type { Action, Planned } from '../contracts/action.js'
import { fakeClock } from '../testing/fake-clock.js'
import { closeDoor } from '../testing/object-actions.js'
import { answer, objectWorld } from '../testing/object-world.js'
import { sampleChange } from '../testing/sample-change.js'
import { classifyError } from './classify-error.js'
import { verifyChanges } from './verify.js'

const world = objectWorld()
const lost = classifyError(new Error('reset'), closeDoor(world))
const denied = classifyError(answer('AccessDenied', 403), closeDoor(world))
const same: Planned = { kind: 'change', before: { open: true }, after: { open: false } }
const other: Planned = { kind: 'change', before: { open: 'half' }, after: { open: false } }

/** An action whose reads give these, the last of them for ever; `null` fails. */
function reading(...finds: readonly (Planned | null)[]): Action {
  let reads = 0
  return {
    ...closeDoor(world),
    async plan() {
      const found = finds[Math.min(reads, finds.length - 1)]
      reads += 1
      if (found === null || found === undefined) throw answer('InternalError', 500)
      return [found]
    },
  }
}

describe('verifyChanges', () => {
  it.each<[string, readonly (Planned | null)[], typeof lost | null, string, number]>([
    ['closed at once', [{ kind: 'closed', state: {} }], null, 'applied:OK', 0],
    ['closed after reads that failed', [null, null, { kind: 'closed', state: {} }], null, 'applied:OK', 2],
    ['pending', [same, { kind: 'pending', state: {}, message: '' }], null, 'deferred:PENDING', 1],
    ['still to do', [same], null, 'unknown:VERIFY_TIMEOUT', 5],
    ['never read', [null], null, 'unknown:VERIFY_TIMEOUT', 5],
    ['never read after a lost call', [null], lost, 'unknown:AMBIGUOUS', 5],
    ['never read after a denial', [null], denied, 'unknown:AMBIGUOUS', 0],
    ['as before after a lost call', [same], lost, 'failed:NOT_APPLIED', 5],
    ['as before after a denial', [same], denied, 'failed:ACCESS_DENIED', 0],
    ['changed in part after a denial', [other], denied, 'unknown:AMBIGUOUS', 0],
    ['closed after a lost call', [same, { kind: 'closed', state: {} }], lost, 'applied:OK', 1],
    ['gone', [{ kind: 'gone' }], null, 'unknown:RESOURCE_GONE', 0],
    ['refused', [{ kind: 'refused', code: 'X', message: '' }], null, 'unknown:AMBIGUOUS', 5],
  ])('%s', async (_name, finds, error, code, sleeps) => {
    const clock = fakeClock()
    const change = sampleChange({ before: { open: true }, after: { open: false } })
    const verified = await verifyChanges([change], reading(...finds), error, { aws: world.aws, clock })
    const { kind, code: found } = verified.get(change)?.outcome ?? { kind: null, code: null }
    expect(`${kind}:${found}`).toBe(code)
    expect(clock.slept).toHaveLength(sleeps)
  })
})
