/** Decisions as text: what acts first, then what is held, then what is left alone, counted by reason. */
import type { Decision } from '@redress/engine'
import { clean } from './clean.js'
import { messageOf } from './message.js'
import { messageText } from './message-text.js'
import type { TextOptions } from './plan-text.js'
import { groupBy } from './plan-view.js'
import { table } from './table.js'
import { showValue } from './value.js'
import { counted, reasonWords, titleWords } from './words.js'
import { wrap } from './wrap.js'

export function decideText(decisions: readonly Decision[], { style, width: given }: TextOptions): string {
  const width = Math.min(given, 140)
  const acting = decisions.filter((decision) => decision.steps.length > 0)
  const held = decisions.filter((decision) => decision.steps.length === 0 && decision.held.length > 0)
  const left = decisions.filter((decision) => decision.steps.length === 0 && decision.held.length === 0)
  const sections = [
    ...acting.map((decision) => actingText(decision, { style, width })),
    ...held.map((decision) => `${headText(decision, { style, width })}${heldText(decision, { style, width })}`),
    ...(left.length === 0 ? [] : [leftText(left, { style, width })]),
  ]
  const guided = held.filter((decision) => decision.held.some(({ code }) => code === 'guided')).length
  const counts = [
    `${acting.length} to act on`,
    ...(guided === 0 ? [] : [`${guided} for a person`]),
    ...(held.length === guided ? [] : [`${held.length - guided} held`]),
    ...(left.length === 0 ? [] : [`${left.length} left alone`]),
  ]
  return [...sections, `${style.bold(`${counted(decisions.length, 'decision')}: ${counts.join(', ')}`)}\n`].join('\n')
}

function headText({ control, finding, target }: Decision, { style, width }: TextOptions): string {
  const name = control === null ? '' : `${style.cyan(style.bold(control))}  `
  const where = wrap(clean(target ?? 'no resource'), width - 2).map((line) => `  ${style.dim(line)}\n`)
  return `${name}${clean(titleWords(finding.title ?? finding.id, control))}\n${where.join('')}`
}

function actingText(decision: Decision, options: TextOptions): string {
  const { style, width } = options
  const rows = decision.steps.map((step) => [
    { text: step.rule, paint: style.dim },
    step.overriddenBy === null ? step.use : `${step.use} (overridden by ${step.overriddenBy})`,
    messageOf(step.use, step.with) === null ? clean(showValue(step.with)) : 'says:',
    { text: `mode ${step.mode}`, paint: style.dim },
  ])
  const messages = decision.steps.flatMap((step) => messageOf(step.use, step.with) ?? [])
  const quoted = messages.map((message) => messageText(message, { width, indent: 4, style })).join('')
  return `${headText(decision, options)}${table(rows, { indent: 2, width })}${quoted}${heldText(decision, options)}`
}

function heldText({ held }: Decision, { style, width }: TextOptions): string {
  const rows = held.map(({ rule, code, message }) => [
    { text: rule, paint: style.dim },
    { text: code, paint: style.yellow },
    clean(message),
  ])
  return table(rows, { indent: 2, width })
}

function leftText(left: readonly Decision[], { style, width }: TextOptions): string {
  const rows = groupBy(left, ({ skipped }) => skipped ?? 'nothing to do').map(([reason, decisions]) => [
    String(decisions.length),
    reason,
    reasonWords(reason) ?? '',
    { text: listed(decisions.flatMap(({ control }) => (control === null ? [] : [control]))), paint: style.dim },
  ])
  return `${style.bold('Left alone')}\n${table(rows, { indent: 2, width })}`
}

function listed(controls: readonly string[]): string {
  const some = [...new Set(controls)]
  return `${some.slice(0, 8).join(', ')}${some.length > 8 ? ` and ${some.length - 8} more` : ''}`
}
