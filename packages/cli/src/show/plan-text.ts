/**
 * A plan as text, to be read like a diff: by account and control, what changes, what breaks, how to take it back.
 *
 * Pure: the same plan, width and style give the same text. Every string that may come from a finding is cleaned.
 */
import type { Change, Plan, Unplanned } from '@redress/engine'
import { clean } from './clean.js'
import { differenceTable } from './difference-table.js'
import { messageOf } from './message.js'
import { messageText } from './message-text.js'
import { type AccountView, type ControlView, groupBy, type ReasonView, type Settled, viewPlan } from './plan-view.js'
import type { Style } from './style.js'
import { table } from './table.js'
import { counted, modeWords, riskWords, titleWords, totalsText, undoWords, whenText } from './words.js'
import { wrap } from './wrap.js'

export interface TextOptions {
  readonly width: number
  readonly style: Style
}

/** The whole plan, ending in one line that sums it up. */
export function planText(plan: Plan, given: TextOptions): string {
  const options = { ...given, width: Math.min(Math.max(given.width, 60), 140) }
  const { style } = options
  const view = viewPlan(plan)
  const sections = [
    ...view.accounts.map((account) => accountText(account, options)),
    ...(view.guided.length === 0 ? [] : [guidedText(view.guided, options)]),
    ...(view.reasons.length === 0 ? [] : [reasonsText(view.reasons, options)]),
  ]
  const held = view.totals.held === 0 ? '' : ` (${view.totals.held} only shown: their rules are not in mode \`apply\`)`
  const dates = `made ${whenText(plan.createdAt)}, valid until ${whenText(plan.expiresAt)}`
  const last = [
    ...wrap(`Plan: ${totalsText(view.totals)}${held}`, options.width).map(style.bold),
    ...wrap(`${plan.hash.slice(0, 12)}, ${dates}`, options.width).map(style.dim),
    '',
  ].join('\n')
  return [...sections, last].join('\n')
}

function accountText({ account, controls }: AccountView, options: TextOptions): string {
  const title = options.style.bold(`account ${clean(account)}`)
  return `${title}\n${controls.map((control) => controlText(control, options)).join('\n')}`
}

function controlText({ control, title, changes, settled }: ControlView, options: TextOptions): string {
  const { style, width } = options
  const name = control === null ? '' : `${control}  `
  const [first = '', ...more] = wrap(clean(title), width - 2 - name.length)
  const margin = ' '.repeat(name.length + 2)
  const head = [`  ${style.cyan(style.bold(name))}${first}`, ...more.map((line) => `${margin}${line}`)].join('\n')
  const shown = changes.map((change) => `\n${changeText(change, options)}`)
  const lines = settled.length === 0 ? '' : `\n${settledText(settled, options)}`
  return `${head.trimEnd()}\n${shown.join('')}${lines}`
}

/** One change whole: what, where, before and after, and what to know before saying yes. */
export function changeText(change: Change, options: TextOptions): string {
  const { style, width } = options
  const [first = '', ...more] = wrap(clean(change.summary), width - 6)
  const risk = change.risk === 'safe' ? '' : `[${riskWords[change.risk]}]`
  const badge = risk === '' ? '' : paintRisk(change, style)(risk)
  const beside = more.length === 0 && first.length + risk.length + 8 <= width
  const message = messageOf(change.use, change.after)
  const target = clean(change.target)
  const where = wrap(message === null ? `${target} in ${clean(change.region)}` : `about ${target}`, width - 6)
  const place = { width, indent: 6, style }
  return [
    `${`    ${symbolOf(change, style)} ${style.bold(first)}  ${beside ? badge : ''}`.trimEnd()}\n`,
    ...[...more.map(style.bold), ...(beside || badge === '' ? [] : [badge])].map((line) => `      ${line}\n`),
    ...where.map((line) => `      ${style.dim(line)}\n`),
    message === null ? differenceTable(change.before, change.after, place) : messageText(message, place),
    facts(change, options),
  ].join('')
}

function facts(change: Change, { width, style }: TextOptions): string {
  const mode = modeWords(change.mode)
  const rows = [
    ...(change.breaks === null ? [] : [['breaks', clean(change.breaks)]]),
    ['undo', undoWords[change.reversible]],
    [
      'why',
      `rule ${change.rules.join(', ')}${change.findings.length > 1 ? ` (${counted(change.findings.length, 'finding')})` : ''}`,
    ],
    ...(mode === null ? [] : [['mode', mode]]),
    ['id', change.id],
  ]
  const paint = (name: string) => (name === 'breaks' || name === 'mode' ? style.yellow : style.dim)
  return table(
    rows.map(([name = '', text = '']) => [
      { text: name, paint: paint(name) },
      name === 'id' || name === 'why' ? { text, paint: style.dim } : text,
    ]),
    { indent: 6, width },
  )
}

function symbolOf({ use, before, after, risk }: Change, style: Style): string {
  if (risk === 'irreversible') return style.red('!')
  if (messageOf(use, after) !== null) return style.cyan('>')
  if (before === null) return style.green('+')
  return after === null ? style.red('-') : style.yellow('~')
}

function paintRisk({ risk }: Change, style: Style): (text: string) => string {
  return risk === 'irreversible' ? style.red : style.yellow
}

function settledText(settled: readonly Settled[], { width, style }: TextOptions): string {
  return settled
    .map(({ change, outcome }) => {
      const bad = outcome.kind === 'refused' || outcome.kind === 'failed' || outcome.kind === 'unknown'
      const symbol = bad ? style.red('x') : outcome.kind === 'noop' ? style.green('=') : style.yellow('.')
      const text = `${clean(change.summary)}: ${clean(outcome.message)} (${outcome.kind}:${outcome.code})`
      const [first = '', ...more] = wrap(text, width - 6)
      return [`    ${symbol} ${first}\n`, ...more.map((line) => `      ${line}\n`)].join('')
    })
    .join('')
}

function guidedText(items: readonly Unplanned[], options: TextOptions): string {
  const { style, width } = options
  const groups = groupBy(items, (item) => `${item.control ?? ''}\n${item.guide.join('\n')}`)
  const blocks = groups.map(([, group]) => {
    const [item] = group
    if (item === undefined) return ''
    const name = item.control === null ? '' : `${item.control}  `
    const steps = item.guide.flatMap((step, index) => {
      const [first = '', ...more] = wrap(clean(step), width - 9)
      return [`      ${`${index + 1}.`.padEnd(3)}${first}\n`, ...more.map((line) => `         ${line}\n`)]
    })
    const targets = group.map((one) => `    > ${clean(one.target ?? one.finding.id)}\n`)
    return [
      `  ${style.cyan(style.bold(name))}${clean(titleWords(item.finding.title, item.control))}\n`,
      ...targets,
      ...steps,
    ].join('')
  })
  return `${style.bold('For a person')}\n${blocks.join('\n')}`
}

function reasonsText(reasons: readonly ReasonView[], { width, style }: TextOptions): string {
  const rows = reasons.map(({ code, message, others, items }) => {
    const controls = [...new Set(items.flatMap(({ control }) => (control === null ? [] : [control])))]
    const some = `${controls.slice(0, 6).join(', ')}${controls.length > 6 ? ` and ${controls.length - 6} more` : ''}`
    const said = `${clean(message)}${others === 0 ? '' : `, and ${counted(others, 'other reason')}`}`
    return [String(items.length), code, said, { text: some, paint: style.dim }]
  })
  return `${style.bold('Left alone')}\n${table(rows, { indent: 2, width })}`
}
