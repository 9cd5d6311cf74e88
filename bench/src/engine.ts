/** What the runner wants of an engine: rules in, and for each finding the ids of those that match. */
import type { Workload } from './workload/workload.js'

/** What the engine is given for each finding; rows with the same input are compared with each other. */
export type Input = 'findings' | 'values' | 'text' | 'trusted text'

export interface Engine {
  readonly name: string
  readonly input: Input
  /** With more rules it is left out: loading would take minutes. */
  readonly mostRules?: number
  /** True for a row that matches nothing and only shows a limit. */
  readonly isLimit?: true
  /** Throws `Unavailable` where something is missing on this machine. */
  load(workload: Workload): Promise<LoadedEngine>
}

export interface LoadedEngine {
  /** Ids of the rules that match the finding at this index. */
  match(index: number): readonly string[] | Promise<readonly string[]>
  /** Milliseconds for `count` findings from `start` on, round and round. */
  time(start: number, count: number): number | Promise<number>
  /** Rules that the engine cannot express or is known to get wrong: they are not compared, and the reason is printed. */
  readonly excused?: { readonly rules: ReadonlySet<string>; readonly reason: string }
  close?(): void
}

/** The engine cannot run here; its row is left out, with this message. */
export class Unavailable extends Error {}
