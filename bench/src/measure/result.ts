/** What a run gives: printed as tables, written as JSON, drawn as charts. */
import type { Input } from '../engine.js'
import type { Fit, WorkloadKind } from '../workload/workload.js'
import type { Environment } from './environment.js'
import type { Timing } from './rounds.js'

export interface Result {
  readonly environment: Environment
  readonly seed: number
  readonly findings: number
  /** Characters of one finding on average. */
  readonly findingLength: number
  readonly throughput: readonly Throughput[]
  readonly load: readonly LoadCost[]
  readonly hostile: readonly HostileRow[]
  readonly operators: readonly HostileRow[]
}

/** One workload with one number of rules. */
export interface Throughput {
  readonly workload: WorkloadKind
  readonly rules: number
  /** Rules that match a finding. */
  readonly fit: Fit
  readonly rows: readonly Row[]
  /** Engines left out and known differences, each in one line. */
  readonly notes: readonly string[]
}

export interface Row extends Timing {
  readonly engine: string
  readonly input: Input
  readonly isLimit: boolean
  /** Findings whose matches were compared before. */
  readonly compared: number
}

/** What it takes to have the rules ready. */
export interface LoadCost {
  readonly engine: string
  readonly rules: number
  readonly seconds: number
  readonly megabytes: number
}

/** Microseconds for one finding, by engine; a text says why there is no figure. */
export interface HostileRow {
  readonly name: string
  readonly costs: Readonly<Record<string, Cost | string>>
}

export interface Cost {
  readonly median: number
  readonly max: number
}
