/**
 * Times engines in rounds that take turns, so that whatever else the machine does meets all of them alike.
 *
 * Each engine goes through as many findings a round as fill about the time given, at least one.
 */
import type { LoadedEngine } from '../engine.js'

export interface Pace {
  readonly rounds: number
  /** Seconds that one engine has in one round. */
  readonly seconds: number
}

export interface Timing {
  /** Findings a second: the median, the slowest and the fastest round. */
  readonly median: number
  readonly slowest: number
  readonly fastest: number
  readonly findingsPerRound: number
}

/** One timing for each engine, in their order. */
export async function timeRounds(
  engines: readonly Pick<LoadedEngine, 'time'>[],
  { rounds, seconds }: Pace,
): Promise<readonly Timing[]> {
  const counts: number[] = []
  for (const engine of engines) counts.push(await warmUp(engine, seconds))
  const rates = engines.map((): number[] => [])
  for (let round = 0; round < rounds; round++) {
    for (const [at, engine] of engines.entries()) {
      const count = counts[at] ?? 1
      const spent = await engine.time(round * count, count)
      rates[at]?.push((count * 1000) / spent)
    }
  }
  return rates.map((list, at) => summed(list, counts[at] ?? 1))
}

/** Runs for about the time of a round, doubling, and tells how many findings fill one. */
async function warmUp(engine: Pick<LoadedEngine, 'time'>, seconds: number): Promise<number> {
  const wanted = seconds * 1000
  let total = 0
  let count = 1
  let start = 0
  for (;;) {
    const spent = await engine.time(start, count)
    total += spent
    start += count
    const rate = count / Math.max(spent, 0.001)
    if (spent >= wanted / 2 || total >= wanted * 2) return Math.max(1, Math.round(rate * wanted))
    count = Math.max(count + 1, Math.min(count * 4, Math.round(rate * wanted)))
  }
}

function summed(rates: readonly number[], findingsPerRound: number): Timing {
  const sorted = [...rates].sort((a, b) => a - b)
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0
  const below = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
  return { median: (middle + below) / 2, slowest: sorted[0] ?? 0, fastest: sorted.at(-1) ?? 0, findingsPerRound }
}
