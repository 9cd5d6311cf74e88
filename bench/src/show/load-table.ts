/** What loading costs, as a table. */
import Table from 'cli-table3'
import type { LoadCost } from '../measure/result.js'

export function loadTable(costs: readonly LoadCost[]): string {
  const table = new Table({
    head: ['engine', 'rules', 'seconds', 'MB kept'],
    colAligns: ['left', 'right', 'right', 'right'],
    style: { head: [], border: [], compact: true },
  })
  for (const { engine, rules, seconds, megabytes } of costs) {
    table.push([engine, rules.toLocaleString('en-US'), seconds.toFixed(2), megabytes.toFixed(0)])
  }
  return table.toString()
}
