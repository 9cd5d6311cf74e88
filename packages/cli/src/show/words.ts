/** Small words that the terminal and the HTML page share: counts, risks, how a change is taken back. */
import type { Change, Reversible, Risk } from '@redress/engine'

/** `1 change`, `2 changes`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

export const riskWords: { readonly [risk in Risk]: string } = {
  safe: 'safe',
  disruptive: 'disruptive',
  irreversible: 'cannot be undone',
}

export const undoWords: { readonly [reversible in Reversible]: string } = {
  full: 'full',
  partial: 'partial: not everything comes back',
  none: 'none: it cannot be taken back',
}

/** What `apply` does with a change whose rule is in a lesser mode; `null` for `apply` itself. */
export function modeWords(mode: Change['mode']): string | null {
  if (mode === 'apply') return null
  return mode === 'approve' ? 'waits for approval' : `mode \`${mode}\`: shown, not applied`
}

export interface Totals {
  readonly change: number
  /** Of `change`: those that `apply` would not do, because a rule or the project is in a lesser mode. */
  readonly held: number
  readonly fine: number
  readonly refused: number
  readonly deferred: number
  readonly skipped: number
  readonly guided: number
  readonly unplanned: number
  readonly accounts: number
}

/** `4 to change, 2 already fine, 17 left alone`; parts that count nothing are left out. */
export function totalsText(totals: Totals): string {
  const parts: readonly (readonly [number, string])[] = [
    [totals.change, 'to change'],
    [totals.fine, 'already fine'],
    [totals.refused, 'refused'],
    [totals.deferred, 'waiting'],
    [totals.skipped, 'skipped'],
    [totals.guided, 'for a person'],
    [totals.unplanned, 'left alone'],
  ]
  const told = parts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`)
  return told.length === 0 ? 'nothing to do' : told.join(', ')
}

/** The title of a finding without the control id that older findings put before it. */
export function titleWords(title: string | null, control: string | null): string {
  const text = title ?? ''
  return control !== null && text.startsWith(`${control} `) ? text.slice(control.length + 1) : text
}

/** Why a finding is left alone, by the code of a decision. */
const reasons: ReadonlyMap<string, string> = new Map([
  ['no-rule', 'no rule matches'],
  ['exception', 'an exception is in force'],
  ['workflow', 'somebody has suppressed or resolved the finding'],
  ['record', 'the finding is archived'],
  ['compliance', 'the control has passed'],
  ['guided', 'the playbook is for a person'],
  ['future', 'the finding was updated in the future'],
  ['duplicate', 'the same finding was given twice'],
  ['superseded', 'a newer copy of the finding was given'],
  ['no-account', 'the finding does not say its account'],
  ['account-mismatch', 'the resource is in another account than the finding'],
  ['partition-mismatch', 'the resource is in another partition than the finding'],
  ['region-unknown', 'the Region of the resource cannot be told'],
])

/** The reason in words; codes of rules that were held come with a message of their own. */
export function reasonWords(code: string): string | null {
  return reasons.get(code) ?? null
}

/** `2026-11-21 10:00 UTC` for an ISO 8601 time; other text as it is. */
export function whenText(iso: string): string {
  const parts = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(iso)
  return parts === null ? iso : `${parts[1]} ${parts[2]} UTC`
}
