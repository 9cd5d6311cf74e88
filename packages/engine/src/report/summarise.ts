/** Counts what came of a run, for the command line, for metrics and for whoever embeds the engine. */
import type { ChangeOutcome, Report } from '../contracts/plan.js'

/** How many of each; what did not occur is not there. */
export interface Counts {
  readonly [name: string]: number
}

/** A run in numbers. */
export interface Summary {
  readonly total: number
  /** By kind of outcome. */
  readonly counts: Counts
  /** By `kind:CODE`. */
  readonly codes: Counts
  /** By account, then kind. */
  readonly accounts: { readonly [account: string]: Counts }
  /** By control, then kind; changes of findings without a control stand under the empty name. */
  readonly controls: { readonly [control: string]: Counts }
  /**
   * `done` when nothing went wrong, `failed` when something did and nothing was changed, `partly` when both.
   * Wrong are `failed`, `unknown` and `refused`.
   */
  readonly result: 'done' | 'partly' | 'failed'
}

const kindOf = ({ outcome }: ChangeOutcome) => outcome.kind

/** Counts what a run did. */
export function summarise({ outcomes }: Report): Summary {
  const counts = countBy(outcomes, kindOf)
  const wrong = ['failed', 'unknown', 'refused'].some((kind) => kind in counts)
  const changed = ['applied', 'undone'].some((kind) => kind in counts)
  return {
    total: outcomes.length,
    counts,
    codes: countBy(outcomes, ({ outcome: { kind, code } }) => `${kind}:${code}`),
    accounts: groupBy(outcomes, ({ change }) => change.account),
    controls: groupBy(outcomes, ({ change }) => change.control ?? ''),
    result: wrong ? (changed ? 'partly' : 'failed') : 'done',
  }
}

type NameOf = (outcome: ChangeOutcome) => string

function countBy(outcomes: readonly ChangeOutcome[], nameOf: NameOf): Counts {
  return Object.fromEntries(split(outcomes, nameOf).map(([name, members]) => [name, members.length]))
}

function groupBy(outcomes: readonly ChangeOutcome[], nameOf: NameOf): { readonly [name: string]: Counts } {
  return Object.fromEntries(split(outcomes, nameOf).map(([name, members]) => [name, countBy(members, kindOf)]))
}

function split(outcomes: readonly ChangeOutcome[], nameOf: NameOf): readonly [string, readonly ChangeOutcome[]][] {
  const groups = new Map<string, ChangeOutcome[]>()
  for (const outcome of outcomes) {
    const group = groups.get(nameOf(outcome))
    if (group === undefined) groups.set(nameOf(outcome), [outcome])
    else group.push(outcome)
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1))
}
