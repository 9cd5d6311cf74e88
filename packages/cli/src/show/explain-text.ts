/** An explanation as text: every clause with what it wants, what the finding has, and the verdict. */
import type { ClauseTrace, Explanation, Truth } from '@redress/engine'
import type { Explained } from '../output/decide.js'
import { clean } from './clean.js'
import type { TextOptions } from './plan-text.js'
import type { Style } from './style.js'
import { type Cell, table } from './table.js'
import { showAlone } from './value.js'
import { counted } from './words.js'
import { wrap } from './wrap.js'

export function explainText(explained: readonly Explained[], options: TextOptions): string {
  return explained.map((one) => explanationText(one, options)).join('\n')
}

const words: { readonly [truth in Truth]: string } = { yes: 'holds', no: 'fails', unknown: 'unclear' }

function explanationText({ finding, explanation }: Explained, { style, width: given }: TextOptions): string {
  const width = Math.min(given, 140)
  const { rule, target, clauses } = explanation
  const head = ['CLAUSE', 'WANTED', 'FOUND', 'VERDICT'].map((text) => ({ text, paint: style.dim }))
  const rows = clauses.flatMap((clause) => clauseRows(clause, '', style, explanation.firstFailing))
  const where = wrap(clean(target ?? finding), width - 2).map((line) => `  ${style.dim(line)}\n`)
  return [
    `${style.bold(clean(rule))}\n`,
    ...where,
    table(rows, { head, indent: 2, width }),
    `\n${verdictText(explanation, style)}\n`,
  ].join('')
}

function clauseRows(
  clause: ClauseTrace,
  indent: string,
  style: Style,
  first: ClauseTrace | null,
): readonly (readonly Cell[])[] {
  const { field, wanted, found, from, truth, detail, children } = clause
  const paint = { yes: style.green, no: style.red, unknown: style.yellow }[truth]
  const has = found === null ? (detail ?? 'absent') : `${showAlone(found)}${detail === null ? '' : ` (${detail})`}`
  const place = from === null ? '' : ` at ${from}`
  const mark = clause === first ? ', first to fail' : ''
  const inner = children.flatMap((child) => clauseRows(child, `${indent}. `, style, first))
  return [
    [
      `${indent}${clean(field)}`,
      children.length > 0 ? '' : showAlone(wanted),
      children.length > 0 ? '' : clean(`${has}${place}`),
      { text: `${words[truth]}${mark}`, paint },
    ],
    ...inner,
  ]
}

function verdictText({ truth, missedBy, firstFailing, exception }: Explanation, style: Style): string {
  const blocked =
    exception === null ? '' : `\nthe exception ${style.bold(clean(exception))} is in force for this target`
  if (truth === 'yes') return `${style.green('matches')}${blocked}`
  const near = missedBy === 1 ? 'a near miss: one clause does not hold' : `${counted(missedBy, 'clause')} do not hold`
  const told = firstFailing === null ? near : `${near}, first \`${clean(firstFailing.field)}\``
  if (truth === 'unknown') return `${style.yellow('cannot be judged')}, so it does not act: ${told}${blocked}`
  return `${style.red('does not match')}: ${told}${blocked}`
}
