/** `pnpm bench`: measures Redress and its peers side by side, and prints tables. */
import { writeFileSync } from 'node:fs'
import type { Engine } from './engine.js'
import { limits } from './engines/limits.js'
import { redressRows } from './engines/redress.js'
import type { HostileCase } from './hostile/hostile-case.js'
import { hostileCases } from './hostile/hostile-cases.js'
import { measureCase } from './hostile/measure-case.js'
import { operatorCases } from './hostile/operator-cases.js'
import { measureLoad } from './load/measure-load.js'
import { environmentLine, readEnvironment } from './measure/environment.js'
import { inOwnProcess } from './measure/own-process.js'
import type { HostileRow, LoadCost, Result, Throughput } from './measure/result.js'
import { measureThroughput } from './measure/throughput.js'
import { help, type Options, parseOptions } from './options.js'
import { nativePeers, scriptPeers } from './peers/index.js'
import { costTable } from './show/cost-table.js'
import { loadTable } from './show/load-table.js'
import { throughputTable } from './show/throughput-table.js'
import { makeFindings } from './workload/findings.js'
import { makeWorkload, type WorkloadKind } from './workload/workload.js'

const options = parseOptions(process.argv.slice(2))
if (options === null) process.stdout.write(help)
else await run(options)

async function run(given: Options): Promise<void> {
  const print = given.json === '-' ? say : (text: string) => process.stdout.write(`${text}\n`)
  const environment = readEnvironment()
  print(environmentLine(environment))
  const texts = makeFindings(given.seed, given.findings)
  const findingLength = Math.round(texts.reduce((sum, text) => sum + text.length, 0) / texts.length)
  print(`${texts.length} findings of ${findingLength} characters on average, seed ${given.seed}\n`)

  const throughput: Throughput[] = []
  for (const kind of ['mixed', 'same-fields'] as const) {
    if (given.parts.has(kind)) throughput.push(...(await throughputOf(kind, texts, given, print)))
  }
  const load = given.parts.has('load') ? await loadOf(texts, given) : []
  if (load.length > 0) print(`${loadTable(load)}\n`)
  const costs = { hostile: await hostileOf(texts, given, print), operators: await operatorsOf(texts, given, print) }
  write(
    { environment, seed: given.seed, findings: texts.length, findingLength, throughput, load, ...costs },
    given.json,
  )
}

function loadOf(texts: readonly string[], given: Options): Promise<readonly LoadCost[]> {
  const rules = Math.max(...given.rules)
  say(`${rules} rules: measuring what loading them takes`)
  return measureLoad(makeWorkload('mixed', given.seed, texts, rules), (name) => isWanted(name, given))
}

function hostileOf(texts: readonly string[], given: Options, print: (text: string) => void) {
  const usual = makeWorkload('mixed', given.seed, texts.slice(0, 1000), 100).rules.map(({ clauses }) => clauses)
  return costsOf(() => hostileCases(texts.slice(0, 200), usual), given, print)
}

function operatorsOf(texts: readonly string[], given: Options, print: (text: string) => void) {
  return costsOf(() => operatorCases(given.seed, texts.slice(0, 200)), given, print)
}

async function costsOf(cases: () => readonly HostileCase[], given: Options, print: (text: string) => void) {
  if (!given.parts.has('hostile')) return []
  const rows: HostileRow[] = []
  for (const one of cases()) {
    say(one.name)
    rows.push(await measureCase(one, (name) => isWanted(name, given)))
  }
  print(`${costTable(rows)}\n`)
  return rows
}

async function throughputOf(
  kind: WorkloadKind,
  texts: readonly string[],
  given: Options,
  print: (text: string) => void,
) {
  const measured: Throughput[] = []
  for (const rules of given.rules) {
    say(`${rules} rules: making the workload`)
    const workload = makeWorkload(kind, given.seed, texts, rules)
    const one = await measureThroughput(workload, chosenEngines(given), given, say)
    print(`${throughputTable(one)}\n`)
    measured.push(one)
  }
  return measured
}

function chosenEngines(given: Options): readonly Engine[] {
  const chosen = [...nativePeers, ...scriptPeers.map(inOwnProcess)].filter(({ name }) => isWanted(name, given))
  return [...[...redressRows, ...limits].map(inOwnProcess), ...chosen]
}

function isWanted(engine: string, { peers: named }: Pick<Options, 'peers'>): boolean {
  return named === null || named.some((part) => engine.includes(part))
}

/** Progress goes to standard error, so that tables and JSON stay clean. */
function say(text: string): void {
  process.stderr.write(`${text}\n`)
}

function write(result: Result, target: string | null): void {
  if (target === null) return
  const text = `${JSON.stringify(result, null, 2)}\n`
  if (target === '-') process.stdout.write(text)
  else writeFileSync(target, text)
}
