/** What is drawn: one line for each engine, by the number of rules. */
import type { Input } from '../engine.js'
import type { Result, Row } from '../measure/result.js'
import { inputWords } from '../show/throughput-table.js'
import type { WorkloadKind } from '../workload/workload.js'

export interface Series {
  readonly name: string
  /** `own` stands out, `limit` is dashed. */
  readonly kind: 'own' | 'peer' | 'limit'
  readonly points: readonly { readonly rules: number; readonly rate: number }[]
}

/** Rows with one of these inputs, in the order in which they first appear. */
export function seriesOf({ throughput }: Result, workload: WorkloadKind, inputs: readonly Input[]): readonly Series[] {
  const measured = throughput.filter((one) => one.workload === workload)
  const all = measured.flatMap(({ rules, rows }) => rows.map((row) => ({ row, rules })))
  const chosen = all.filter(({ row }) => inputs.includes(row.input))
  return [...new Set(chosen.map(({ row }) => nameOf(row)))].map((name): Series => {
    const own = chosen.filter(({ row }) => nameOf(row) === name)
    const points = own.map(({ rules, row }) => ({ rules, rate: row.median })).sort((a, b) => a.rules - b.rules)
    return { name, kind: kindOf(own[0]?.row), points }
  })
}

function nameOf({ engine, input }: Row): string {
  return engine === 'Redress' ? `Redress, ${inputWords[input]}` : engine
}

function kindOf(row: Row | undefined): Series['kind'] {
  if (row?.isLimit === true) return 'limit'
  return row?.engine === 'Redress' ? 'own' : 'peer'
}
