/** Decisions as text: a section for each that acts or is held, and one line for each reason to leave others alone. */
import type { Decision } from '@redress/engine'
import { clean } from './clean.js'
import type { LeftAlone, PartMaker, Section } from './decided-part.js'
import { createLeftTally } from './left-tally.js'
import { messageOf } from './message.js'
import { messageText } from './message-text.js'
import type { TextOptions } from './plan-text.js'
import { table } from './table.js'
import { showValue } from './value.js'
import { reasonWords, titleWords } from './words.js'
import { wrap } from './wrap.js'

/** Makes the sections of decisions; what is left alone is only counted. */
export function createTextMaker({ style, width: given }: TextOptions): PartMaker {
  const options = { style, width: Math.min(given, 140) }
  const left = createLeftTally()
  let sections: Section[] = []
  return {
    add(decision) {
      const section = sectionOf(decision, options)
      const { skipped, control } = decision
      if (section !== null) sections.push(section)
      else left.add({ reason: skipped ?? 'nothing to do', count: 1, controls: control === null ? [] : [control] })
    },
    take() {
      const part = { sections, left: left.take() }
      sections = []
      return part
    },
  }
}

/** `null` for a decision that leaves its target alone. */
function sectionOf(decision: Decision, options: TextOptions): Section | null {
  if (decision.steps.length > 0) return { kind: 'acting', text: actingText(decision, options) }
  if (decision.held.length === 0) return null
  const kind = decision.held.some(({ code }) => code === 'guided') ? 'guided' : 'held'
  return { kind, text: `${headText(decision, options)}${heldText(decision, options)}` }
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

/** What is left alone, counted by reason. */
export function leftText(left: readonly LeftAlone[], { style, width }: TextOptions): string {
  const rows = left.map(({ reason, count, controls }) => [
    String(count),
    reason,
    reasonWords(reason) ?? '',
    { text: listed(controls), paint: style.dim },
  ])
  return `${style.bold('Left alone')}\n${table(rows, { indent: 2, width: Math.min(width, 140) })}`
}

function listed(controls: readonly string[]): string {
  return `${controls.slice(0, 8).join(', ')}${controls.length > 8 ? ` and ${controls.length - 8} more` : ''}`
}
