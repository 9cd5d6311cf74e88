/**
 * The cost of each finding of a case, by engine: every finding is timed by itself, again and again, and its median
 * counts. What an engine refuses is timed as well.
 */
import { performance } from 'node:perf_hooks'
import { createEngine, type FindingItem, loadProject, RedressError, readFindings } from '@redress/engine'
import { Unavailable } from '../engine.js'
import { actions, clock } from '../engines/redress.js'
import { yamlFiles } from '../engines/rules-yaml.js'
import { differenceIn } from '../measure/compare.js'
import type { Cost, HostileRow } from '../measure/result.js'
import { startEventRuler } from '../peers/event-ruler.js'
import { GaveUp, type Harness, type HarnessInput } from '../peers/harness.js'
import { startQuamina } from '../peers/quamina.js'
import type { HostileCase } from './hostile-case.js'

type Time = (index: number) => number | Promise<number>

/** Seconds and gigabytes that an engine of another language has for one case. */
const limits = { patience: 60, gigabytes: 4 }

/** Milliseconds that all findings of a case have together for one engine; each is timed three times if that fits, and some in any case. */
const budget = { usual: 1500, most: 10_000, times: 3, fewest: 5 }

export async function measureCase(one: HostileCase, isWanted: (engine: string) => boolean): Promise<HostileRow> {
  const peers = [
    { name: 'event-ruler', rules: patterns(one, 'eventRuler'), start: startEventRuler },
    { name: 'quamina', rules: patterns(one, 'quamina'), start: startQuamina },
  ]
  const redress = await measureRedress(one)
  const costs: Record<string, Cost | string> = { ...redress.costs }
  for (const { name, rules, start } of peers.filter((peer) => isWanted(peer.name))) {
    const isComparable = name !== 'quamina' || !one.isLeaned
    const compared = isComparable ? redress.matches.map((ids, index) => ({ ids, index })) : []
    const begin = () => start(rules ?? [], one.texts, limits)
    costs[name] = rules === null ? 'cannot say it' : await peerCost(begin, one, compared, name)
  }
  return { name: one.name, costs }
}

interface OfRedress {
  readonly costs: Record<string, Cost | string>
  /** Ids of the rules that match the first findings; none where it refuses the rules or the findings. */
  readonly matches: readonly (readonly string[])[]
}

async function measureRedress({ rules, texts }: HostileCase): Promise<OfRedress> {
  const step = 'steps: [{ use: finding.note, with: { text: seen } }]'
  const began = performance.now()
  try {
    const files = yamlFiles(rules.map(({ id, redress }) => `{ id: ${id}, ${redress}, ${step} }`))
    const engine = createEngine({ project: await loadProject({ files, actions }), actions, clock })
    const read = texts.map((text) => [...readFindings(text, 'bench')])
    const decide = (index: number) => engine.decide(found(read[index] ?? []))
    const fromText = (index: number) => engine.decide(found(readFindings(texts[index] ?? '', 'bench')))
    const refused = read.flat().flatMap((item) => (item.kind === 'refused' ? [item.refused.message] : []))[0]
    const costs = {
      'Redress, findings':
        refused === undefined
          ? await costOf((index) => timed(() => decide(index)), texts.length)
          : `refused: ${refused}`,
      'Redress, text': await costOf((index) => timed(() => fromText(index)), texts.length),
    }
    const first = refused === undefined ? texts.slice(0, 5) : []
    return { costs, matches: first.map((_, index) => decide(index).flatMap((decision) => decision.rules)) }
  } catch (error) {
    if (!(error instanceof RedressError)) throw error
    const why = `not loaded (${Math.round(performance.now() - began)} ms): ${error.problems[0]?.message ?? error.message}`
    return { costs: { 'Redress, findings': why, 'Redress, text': why }, matches: [] }
  }
}

function* found(items: Iterable<FindingItem>) {
  for (const item of items) if (item.kind === 'finding') yield item.finding
}

function timed(work: () => unknown): number {
  const began = performance.now()
  work()
  return performance.now() - began
}

/** Its matches are compared first; a difference ends the run. */
async function peerCost(
  start: () => Promise<Harness>,
  { name, texts }: HostileCase,
  compared: readonly { readonly ids: readonly string[]; readonly index: number }[],
  engine: string,
): Promise<Cost | string> {
  let harness: Harness | null = null
  try {
    const started = await start()
    harness = started
    for (const { ids, index } of compared) {
      const difference = differenceIn(await started.match(index), ids)
      if (difference !== null) throw new Error(`${engine} ${difference}, finding ${index} of the case "${name}"`)
    }
    // The compiler of a running machine wants to have seen some findings first.
    for (let index = 0, spent = 0; spent < budget.usual; index++) spent += await started.time(index, 1)
    return await costOf((index) => started.time(index, 1), texts.length)
  } catch (error) {
    if (error instanceof Unavailable) return 'not here'
    if (error instanceof GaveUp) return `gave up: ${error.message}`
    throw error
  } finally {
    harness?.close()
  }
}

/** Microseconds: the median over the findings, and the slowest of them, each by its own median. */
async function costOf(time: Time, findings: number): Promise<Cost> {
  const spent = Array.from({ length: findings }, (): number[] => [])
  const began = performance.now()
  const elapsed = () => performance.now() - began
  for (let round = 0; round < budget.times || elapsed() < budget.usual; round++) {
    for (const [index, times] of spent.entries()) {
      if (elapsed() > budget.most && (round > 0 || index >= budget.fewest)) break
      times.push(await time(index))
    }
    if (elapsed() > budget.most) break
  }
  const medians = spent.filter(({ length }) => length > 0).map(medianOf)
  return { median: medianOf(medians) * 1000, max: Math.max(...medians) * 1000 }
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

function patterns({ rules }: HostileCase, language: 'eventRuler' | 'quamina'): HarnessInput['rules'] | null {
  const said = rules.flatMap((rule) => {
    const pattern = rule[language]
    return pattern === null ? [] : [{ id: rule.id, pattern }]
  })
  return said.length === rules.length ? said : null
}
