/** The charts of a run, as files. */
import type { Input } from '../engine.js'
import type { Result } from '../measure/result.js'
import type { WorkloadKind } from '../workload/workload.js'
import { lineChart } from './line-chart.js'
import { seriesOf } from './series.js'

export interface Drawn {
  readonly workload: WorkloadKind
  readonly file: string
  readonly title: string
  readonly svg: string
}

const workloads = {
  mixed: 'rules of 2 to 5 clauses',
  'same-fields': 'rules of equality on the same three fields',
} as const

const groups: readonly { readonly name: string; readonly title: string; readonly inputs: readonly Input[] }[] = [
  { name: 'from-text', title: 'Findings a second, from text', inputs: ['text', 'trusted text'] },
  { name: 'from-objects', title: 'Findings a second, from objects', inputs: ['findings', 'values'] },
]

/** Two charts for each workload that was measured. */
export function drawCharts(result: Result): readonly Drawn[] {
  return (['mixed', 'same-fields'] as const).flatMap((workload) =>
    groups.flatMap(({ name, title, inputs }): Drawn[] => {
      const series = seriesOf(result, workload, inputs)
      if (series.length === 0) return []
      const subtitle = `${workloads[workload]}; Node ${result.environment.node}, ${result.environment.cores} × ${result.environment.cpu}`
      return [{ workload, title, file: `${workload}-${name}.svg`, svg: lineChart(series, { title, subtitle }) }]
    }),
  )
}
