/** Findings a second as a table, with how many times faster Redress is on the same input and from findings read before. */
import Table from 'cli-table3'
import type { Row, Throughput } from '../measure/result.js'
import { rateText, ratioText } from './numbers.js'

export function throughputTable({ workload, rules, fit, rows, notes }: Throughput): string {
  const table = new Table({
    head: ['engine', 'from', 'findings/s', 'rounds', 'Redress, same input, is', 'Redress, findings, is'],
    colAligns: ['left', 'left', 'right', 'right', 'right', 'right'],
    style: { head: [], border: [], compact: true },
  })
  for (const row of rows) table.push(cells(row, rows))
  const matches = `${fit.mean.toFixed(2)} rules match a finding (${fit.min} to ${fit.max})`
  return [`${workload}, ${rules} rules; ${matches}`, table.toString(), ...notes.map((note) => `  ${note}`)].join('\n')
}

function cells(row: Row, rows: readonly Row[]): string[] {
  const range = `${rateText(row.slowest)} – ${rateText(row.fastest)}`
  return [
    row.engine,
    inputWords[row.input],
    rateText(row.median),
    range,
    ratio(row, sameInput(row, rows)),
    ratio(row, ofFindings(row, rows)),
  ]
}

export const inputWords = {
  findings: 'findings',
  values: 'JSON values',
  text: 'text',
  'trusted text': 'trusted text',
} as const

/** The row of Redress that does the same work: text peers check nothing, so skimmed text where it is measured. */
export function sameInput(row: Row, rows: readonly Row[]): Row | null {
  const redress = rows.filter(({ engine }) => engine === 'Redress')
  const wanted = row.input === 'text' ? ['trusted text', 'text'] : [row.input]
  for (const input of wanted) {
    const found = redress.find((one) => one.input === input)
    if (found !== undefined) return found
  }
  return null
}

/** For peers that take objects: Redress on findings that it has read before. Text would have to be read. */
export function ofFindings(row: Row, rows: readonly Row[]): Row | null {
  if (row.input === 'text') return null
  return rows.find(({ engine, input }) => engine === 'Redress' && input === 'findings') ?? null
}

function ratio(row: Row, redress: Row | null): string {
  return redress === null || row.engine === 'Redress' || row.isLimit ? '' : ratioText(redress.median / row.median)
}
