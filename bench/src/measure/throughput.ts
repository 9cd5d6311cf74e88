/** One workload with one number of rules: load the engines, compare their matches, time them in turns. */
import { type Engine, type LoadedEngine, Unavailable } from '../engine.js'
import { fitOf, type Workload } from '../workload/workload.js'
import { compareMatches } from './compare.js'
import type { Row, Throughput } from './result.js'
import { type Pace, timeRounds } from './rounds.js'

/** `say` is told what is going on, for who waits. */
export async function measureThroughput(
  workload: Workload,
  engines: readonly Engine[],
  pace: Pace,
  say: (what: string) => void,
): Promise<Throughput> {
  const rules = workload.rules.length
  const notes: string[] = []
  const ready: { readonly engine: Engine; readonly loaded: LoadedEngine; readonly compared: number }[] = []
  for (const engine of engines) {
    if (engine.mostRules !== undefined && rules > engine.mostRules) {
      notes.push(`${engine.name} is left out: it takes at most ${engine.mostRules} rules here, more load for minutes`)
      continue
    }
    say(`${rules} rules: loading ${engine.name} (${engine.input})`)
    const loaded = await loadOrSkip(engine, workload, notes)
    if (loaded === null) continue
    const compared = engine.isLimit === true ? 0 : await compareMatches(engine, loaded, workload)
    if (loaded.excused !== undefined) {
      notes.push(
        `${engine.name}: ${loaded.excused.rules.size} of ${rules} rules not compared: ${loaded.excused.reason}`,
      )
    }
    ready.push({ engine, loaded, compared })
  }
  say(`${rules} rules: timing ${ready.length} rows`)
  const timings = await timeRounds(
    ready.map(({ loaded }) => loaded),
    pace,
  )
  for (const { loaded } of ready) loaded.close?.()
  const rows = ready.flatMap(({ engine, compared }, index): Row[] => {
    const timing = timings[index]
    const { name, input, isLimit = false } = engine
    return timing === undefined ? [] : [{ engine: name, input, isLimit, compared, ...timing }]
  })
  return { workload: workload.kind, rules, fit: fitOf(workload), rows, notes }
}

async function loadOrSkip(engine: Engine, workload: Workload, notes: string[]): Promise<LoadedEngine | null> {
  try {
    return await engine.load(workload)
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error
    notes.push(`${engine.name} (${engine.input}) is left out: ${error.message}`)
    return null
  }
}
