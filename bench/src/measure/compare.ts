/**
 * Before anything is timed, each engine must give the rules that each finding is known to match.
 *
 * Slow engines are asked about fewer findings, spread over all of them; how many is told.
 */
import { performance } from 'node:perf_hooks'
import type { Engine, LoadedEngine } from '../engine.js'
import type { Workload } from '../workload/workload.js'

/** Milliseconds that comparing one engine may take; a few findings are compared in any case. */
const budget = 3000
const fewest = 20

/** How many findings were compared. Throws at the first difference, naming rule, finding and engine. */
export async function compareMatches(engine: Engine, loaded: LoadedEngine, workload: Workload): Promise<number> {
  const began = performance.now()
  const { expected } = workload
  let compared = 0
  for (const index of spread(expected.length)) {
    if (compared >= fewest && performance.now() - began > budget) break
    const difference = differenceIn(await loaded.match(index), expected[index] ?? [], loaded.excused?.rules)
    if (difference !== null)
      throw new Error(`${engine.name} (${engine.input}) ${difference}, finding ${index}:\n${workload.texts[index]}`)
    compared += 1
  }
  return compared
}

/** In words, or `null`. */
export function differenceIn(
  given: readonly string[],
  expected: readonly string[],
  excused: ReadonlySet<string> = new Set(),
): string | null {
  const found = new Set(given)
  const missing = expected.find((id) => !found.has(id) && !excused.has(id))
  if (missing !== undefined) return `does not match rule ${missing}`
  const wanted = new Set(expected)
  const wrong = given.find((id) => !wanted.has(id) && !excused.has(id))
  return wrong === undefined ? null : `wrongly matches rule ${wrong}`
}

/** All indexes once, far apart from each other first. */
function* spread(count: number): Iterable<number> {
  let step = Math.max(1, Math.floor(count * 0.618))
  while (greatestDivisor(step, count) !== 1) step += 1
  for (let at = 0; at < count; at++) yield (at * step) % count
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b)
}
