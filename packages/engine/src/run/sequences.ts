/**
 * Sequences: a later step of a rule waits for the earlier ones, and does not run when one of them came to nothing.
 *
 * Changes are sorted into levels: a change stands one level above the highest change that it waits for. What is
 * on one level does not wait for each other, so finding updates of many sequences can be sent together.
 */
import type { Action } from '../contracts/action.js'
import { outcome } from '../contracts/outcome.js'
import type { Change, Outcome } from '../contracts/plan.js'

/** Changes level by level, each level in the order of the plan. */
export function levelsOf(changes: readonly Change[]): readonly (readonly Change[])[] {
  const heights = new Map<string, number>()
  const levels: Change[][] = []
  for (const change of changes) {
    const names = sequencesOf(change)
    const level = Math.max(...names.map((name) => heights.get(name) ?? 0))
    for (const name of names) heights.set(name, level + 1)
    levels[level] ??= []
    levels[level].push(change)
  }
  return levels
}

/** The changes that each change waits for: those before it in any of its sequences. */
export function earlierOf(changes: readonly Change[]): ReadonlyMap<Change, readonly Change[]> {
  const soFar = new Map<string, readonly Change[]>()
  return new Map(
    changes.map((change) => {
      const names = sequencesOf(change)
      const earlier = [...new Set(names.flatMap((name) => soFar.get(name) ?? []))]
      for (const name of names) soFar.set(name, [...(soFar.get(name) ?? []), change])
      return [change, earlier]
    }),
  )
}

/** What an earlier step came to, with its action where that is known. */
export interface Earlier {
  readonly change: Change
  readonly action: Action | undefined
  readonly outcome: Outcome
}

/** Why a step does not run after what came before it, or `null`. */
export function stoppedBy(action: Action, earlier: readonly Earlier[]): Outcome | null {
  const broken = earlier.find(({ outcome }) => breaksSequence(outcome))
  if (broken !== undefined) {
    const { kind, code } = broken.outcome
    return outcome('skipped', 'EARLIER_STEP', `an earlier step, \`${broken.change.use}\`, ended as ${kind}:${code}`)
  }
  const resources = earlier.filter(({ action }) => action?.place === 'target' && !action.once)
  const nothing = resources.length > 0 && resources.every(({ outcome }) => outcome.kind === 'noop')
  return action.once && nothing
    ? outcome('skipped', 'NOTHING_CHANGED', 'there is nothing to tell: the steps before it changed nothing')
    : null
}

/** AWS has accepted what is pending, and a message that had nothing to tell is no failure. */
function breaksSequence({ kind, code }: Outcome): boolean {
  switch (kind) {
    case 'failed':
    case 'refused':
    case 'unknown':
    case 'undone':
      return true
    case 'skipped':
      return code !== 'NOTHING_CHANGED'
    case 'deferred':
      return code !== 'PENDING'
    case 'noop':
    case 'applied':
      return false
    default:
      return kind satisfies never
  }
}

function sequencesOf({ sequence, alsoIn }: Change): readonly string[] {
  return [sequence, ...(alsoIn ?? [])]
}
