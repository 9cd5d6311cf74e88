import { describe, expect, it } from 'vitest'
import { outcome } from '../contracts/outcome.js'
import type { OutcomeKind } from '../contracts/plan.js'
import { closeDoor, markRecords, sendMessage } from '../testing/object-actions.js'
import { objectWorld } from '../testing/object-world.js'
import { sampleChange } from '../testing/sample-change.js'
import { type Earlier, earlierOf, levelsOf, stoppedBy } from './sequences.js'

const world = objectWorld()
const [door, message, mark] = [closeDoor(world), sendMessage(world), markRecords(world)]
const change = (id: string, sequence: string, ...alsoIn: readonly string[]) =>
  sampleChange({ id, sequence, ...(alsoIn.length === 0 ? {} : { alsoIn }) })

describe('levelsOf', () => {
  it('puts each change above all that it waits for', () => {
    const changes = [change('a1', 'a'), change('a2', 'a'), change('b1', 'b'), change('ab', 'a', 'b'), change('b2', 'b')]
    expect(levelsOf(changes).map((level) => level.map(({ id }) => id))).toEqual([['a1', 'b1'], ['a2'], ['ab'], ['b2']])
  })

  it('has no levels for no changes', () => {
    expect(levelsOf([])).toEqual([])
  })
})

describe('earlierOf', () => {
  it('names what stands before a change in any of its sequences, once', () => {
    const changes = [change('1', 'a', 'b'), change('2', 'b'), change('3', 'a', 'b'), change('4', 'c')]
    const earlier = earlierOf(changes)
    expect(changes.map((each) => earlier.get(each)?.map(({ id }) => id))).toEqual([[], ['1'], ['1', '2'], []])
  })
})

describe('stoppedBy', () => {
  const after = (kind: OutcomeKind, code = 'X', action = door): Earlier => ({
    change: sampleChange(),
    action,
    outcome: outcome(kind, code, ''),
  })

  it.each<[OutcomeKind, string, boolean]>([
    ['applied', 'OK', false],
    ['noop', 'ALREADY_COMPLIANT', false],
    ['deferred', 'PENDING', false],
    ['deferred', 'APPROVAL_REQUIRED', true],
    ['deferred', 'BUSY', true],
    ['skipped', 'NOTHING_CHANGED', false],
    ['skipped', 'STATE_CHANGED', true],
    ['failed', 'THROTTLED', true],
    ['refused', 'OUT_OF_SCOPE', true],
    ['unknown', 'VERIFY_TIMEOUT', true],
    ['undone', 'OK', true],
  ])('an earlier step that ended as %s:%s', (kind, code, stops) => {
    expect(stoppedBy(mark, [after('applied'), after(kind, code)])).toEqual(
      stops
        ? {
            kind: 'skipped',
            code: 'EARLIER_STEP',
            message: `an earlier step, \`door.close\`, ended as ${kind}:${code}`,
          }
        : null,
    )
  })

  it('keeps a message back when nothing was changed, and only a message', () => {
    expect(stoppedBy(message, [after('noop'), after('noop')])?.code).toBe('NOTHING_CHANGED')
    expect(stoppedBy(message, [after('noop'), after('applied')])).toBeNull()
    expect(stoppedBy(message, [after('noop', 'ALREADY_COMPLIANT', mark)])).toBeNull()
    expect(stoppedBy(message, [])).toBeNull()
    expect(stoppedBy(mark, [after('noop')])).toBeNull()
  })
})
