/** Engines that run in this process: how their findings are gone through while the clock runs. */
import { performance } from 'node:perf_hooks'
import type { LoadedEngine } from '../engine.js'

/** What comes of the work is added up, so that no compiler can leave the work out. */
let sum = 0

/** `work` is the whole of what is measured; `match` may take more steps to tell the ids. */
export function inProcess(
  findings: number,
  match: (index: number) => readonly string[],
  work: (index: number) => number = (index) => match(index).length,
): LoadedEngine {
  return {
    match,
    time(start, count) {
      const began = performance.now()
      for (let index = start % findings, left = count; left > 0; left--) {
        sum = (sum + work(index)) | 0
        index = index + 1 === findings ? 0 : index + 1
      }
      return performance.now() - began
    },
  }
}

/** As `inProcess`, for an engine that answers with a promise. */
export function inProcessAsync(findings: number, match: (index: number) => Promise<readonly string[]>): LoadedEngine {
  return {
    match,
    async time(start, count) {
      const began = performance.now()
      for (let at = 0; at < count; at++) sum = (sum + (await match((start + at) % findings)).length) | 0
      return performance.now() - began
    },
  }
}

/** The finding at an index; every engine takes it this way. */
export function at<T>(list: readonly T[], index: number): T {
  const found = list[index]
  if (found === undefined) throw new Error(`there is no finding ${index}`)
  return found
}
