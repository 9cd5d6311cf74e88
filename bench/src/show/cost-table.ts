/** Microseconds for one finding as a table: the median and, behind it, the slowest finding. */
import Table from 'cli-table3'
import type { Cost, HostileRow } from '../measure/result.js'

export function costTable(rows: readonly HostileRow[]): string {
  const engines = [...new Set(rows.flatMap(({ costs }) => Object.keys(costs)))]
  const table = new Table({
    head: ['µs a finding, median / slowest', ...engines],
    colAligns: ['left', ...engines.map((): 'right' => 'right')],
    colWidths: [36, ...engines.map(() => 26)],
    wordWrap: true,
    style: { head: [], border: [], compact: true },
  })
  for (const { name, costs } of rows) table.push([name, ...engines.map((engine) => costText(costs[engine]))])
  return table.toString()
}

export function costText(cost: Cost | string | undefined): string {
  if (cost === undefined) return ''
  return typeof cost === 'string' ? cost : `${micros(cost.median)} / ${micros(cost.max)}`
}

function micros(value: number): string {
  // From here on two digits would be written as a power of ten.
  return value >= 99.5 ? Math.round(value).toLocaleString('en-US') : value.toPrecision(2)
}
