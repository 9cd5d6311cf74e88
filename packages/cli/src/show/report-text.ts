/** What came of a run, change by change, and how to take it back. */
import { type ChangeOutcome, type OutcomeKind, type Report, summarise } from '@redress/engine'
import { type ExitCode, exitCode } from '../exit-code.js'
import { changeTitles } from './change-titles.js'
import { clean } from './clean.js'
import type { TextOptions } from './plan-text.js'
import { accountOf, groupBy } from './plan-view.js'
import type { Style } from './style.js'
import { type Cell, table } from './table.js'

/** Wrong are `failed`, `unknown` and `refused`; a change that waits or was only to be shown is not. */
export function exitOfReport(report: Report): ExitCode {
  return { done: exitCode.done, partly: exitCode.partly, failed: exitCode.no }[summarise(report).result]
}

/** `undo` is the command that takes the run back, where there is one to name. */
export function reportText(report: Report, options: TextOptions & { readonly undo: string | null }): string {
  const { style, width } = options
  const titles = changeTitles(report.outcomes.map(({ change }) => change))
  const titled = report.outcomes.map((outcome, index) => ({ ...outcome, title: titles[index] ?? '' }))
  const groups = groupBy(titled, ({ change }) => accountOf(change))
  const sections = groups.map(([account, outcomes]) => {
    const rows = outcomes.map((outcome) => outcomeRow(outcome, style))
    return `${style.bold(`account ${clean(account)}`)}\n${table(rows, { indent: 2, width: Math.min(width, 140) })}\n`
  })
  const counts = Object.entries(summarise(report).counts).map(([kind, count]) => `${count} ${kind}`)
  const summary = counts.length === 0 ? 'nothing to do' : counts.join(', ')
  const applied = report.outcomes.some(({ outcome }) => outcome.kind === 'applied')
  return [
    ...sections,
    `${style.bold(`Run ${clean(report.runId)}: ${summary}`)}\n`,
    ...(applied && options.undo !== null ? [`${style.dim(`take it back: ${clean(options.undo)}`)}\n`] : []),
  ].join('')
}

function outcomeRow({ title, outcome }: Titled, style: Style): readonly Cell[] {
  const ok = outcome.kind === 'applied' || outcome.kind === 'undone' || outcome.kind === 'noop'
  const paint = isBad(outcome.kind) ? style.red : ok ? style.green : style.yellow
  const code = outcome.code === 'OK' ? outcome.kind : `${outcome.kind}:${outcome.code}`
  const said = outcome.code === 'OK' ? '' : clean(outcome.message)
  return [{ text: code, paint }, title, { text: said, paint: style.dim }]
}

interface Titled extends ChangeOutcome {
  readonly title: string
}

function isBad(kind: OutcomeKind): boolean {
  return kind === 'failed' || kind === 'unknown' || kind === 'refused'
}
