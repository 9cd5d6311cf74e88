/**
 * A plan sorted for reading: by account, then by control; what is left alone by its reason.
 *
 * The terminal and the HTML page both show this, so that they never tell different stories.
 */
import type { Change, Plan, Unplanned, Verdict } from '@redress/engine'
import { reasonWords, type Totals, titleWords } from './words.js'

export interface PlanView {
  readonly accounts: readonly AccountView[]
  /** Findings that a person has to deal with, each with its guide. */
  readonly guided: readonly Unplanned[]
  readonly reasons: readonly ReasonView[]
  readonly totals: Totals
}

export interface AccountView {
  readonly account: string
  readonly controls: readonly ControlView[]
}

export interface ControlView {
  /** `null` for findings of other products. */
  readonly control: string | null
  readonly title: string
  readonly changes: readonly Change[]
  /** Changes with nothing to do or that are refused: one line each. */
  readonly settled: readonly Settled[]
}

export interface Settled {
  readonly change: Change
  readonly outcome: Exclude<Verdict, { readonly kind: 'change' }>
}

/** Targets for which nothing is planned for the same reason. */
export interface ReasonView {
  readonly code: string
  readonly message: string
  /** How many other messages there are. */
  readonly others: number
  readonly items: readonly Unplanned[]
}

export function viewPlan(plan: Plan): PlanView {
  const guided = plan.unplanned.filter((item) => item.guide.length > 0)
  const others = withoutEchoes(plan.unplanned).filter((item) => item.guide.length === 0)
  return {
    accounts: groupBy(plan.changes, accountOf).map(([account, changes]) => ({
      account,
      controls: groupBy(changes, (change) => change.control ?? change.finding.title ?? '').map(([, group]) =>
        viewControl(group),
      ),
    })),
    guided,
    reasons: groupBy(others, (item) => item.code)
      .map(([code, items]) => viewReason(code, items))
      .sort((a, b) => b.items.length - a.items.length),
    totals: count(plan, guided.length, others.length),
  }
}

/** The account to show a change under: a message is sent from the home account, but tells of another one. */
export function accountOf({ use, account, finding }: Change): string {
  return use.startsWith('notify.') ? (finding.account ?? account) : account
}

/** A target whose rules were all held is listed once more as skipped, with the code of the first; that tells nothing new. */
function withoutEchoes(items: readonly Unplanned[]): readonly Unplanned[] {
  const placeOf = ({ finding, target, code }: Unplanned) => JSON.stringify([finding.id, target, code])
  const held = new Set(items.filter(({ rule }) => rule !== null).map(placeOf))
  return items.filter((item) => item.rule !== null || !held.has(placeOf(item)))
}

/** Items by key, keys in the order in which they first appear. */
export function groupBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): readonly (readonly [string, readonly Item[]])[] {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group === undefined) groups.set(keyOf(item), [item])
    else group.push(item)
  }
  return [...groups]
}

function viewControl(group: readonly Change[]): ControlView {
  return {
    control: group[0]?.control ?? null,
    title: titleWords(group[0]?.finding.title ?? null, group[0]?.control ?? null),
    changes: group.filter((change) => change.verdict.kind === 'change'),
    settled: group.flatMap((change) => {
      const { verdict } = change
      return verdict.kind === 'change' ? [] : [{ change, outcome: verdict }]
    }),
  }
}

function viewReason(code: string, items: readonly Unplanned[]): ReasonView {
  const messages = new Set(items.map((item) => (item.rule === null ? reasonWords(code) : null) ?? item.message))
  const [message = ''] = messages
  return { code, message, others: messages.size - 1, items }
}

function count({ changes }: Plan, guided: number, unplanned: number): Totals {
  const of = (...kinds: readonly string[]) => changes.filter(({ verdict }) => kinds.includes(verdict.kind)).length
  return {
    change: of('change'),
    held: changes.filter(({ verdict, mode }) => verdict.kind === 'change' && mode !== 'apply' && mode !== 'approve')
      .length,
    fine: of('noop'),
    refused: of('refused', 'failed', 'unknown'),
    deferred: of('deferred'),
    skipped: of('skipped'),
    guided,
    unplanned,
    accounts: new Set(changes.map(({ account }) => account)).size,
  }
}
