/**
 * Redress, whole: `decide` with the decision records that it gives, one call for each finding as a Lambda makes it.
 *
 * Rows differ in what is given: findings that were read before, parsed JSON, text, or text that is only skimmed for
 * what the rules ask.
 */
import { note, setSeverity } from '@redress/actions/finding'
import {
  copyFinding,
  createEngine,
  type Decision,
  type Finding,
  type FindingItem,
  loadProject,
  type Engine as Redress,
  readFindings,
  readValue,
  skimFindings,
} from '@redress/engine'

import type { Engine, Input } from '../engine.js'
import type { Rule } from '../workload/rule.js'
import type { Workload } from '../workload/workload.js'
import { at, inProcess } from './in-process.js'
import { rulesYaml } from './rules-yaml.js'

/** After every date in the findings. */
export const now = Date.parse('2026-08-01T00:00:00Z')

export const clock = { now: () => now, sleep: async () => undefined }

/** Actions that the rules of the workload use. */
export const actions = [note, setSeverity]

export const redressRows: readonly Engine[] = [
  row('findings', ({ findings }) => {
    const read = findings.map((raw) => onlyFinding(readValue(raw, 'bench')))
    // Members are read when they are first asked for: here all of them are.
    for (const finding of read) copyFinding(finding)
    return (index) => at(read, index)
  }),
  row(
    'values',
    ({ findings }) =>
      (index) =>
        onlyFinding(readValue(at(findings, index), 'bench')),
  ),
  row(
    'text',
    ({ texts }) =>
      (index) =>
        onlyFinding(readFindings(at(texts, index), 'bench')),
  ),
  row(
    'trusted text',
    ({ texts }) =>
      (index) =>
        onlyFinding(skimFindings(at(texts, index), 'bench')),
  ),
]

type Project = Awaited<ReturnType<typeof loadProject>>

interface Loaded {
  readonly project: Project
  readonly engine: Redress
}

const engines = new WeakMap<Workload, Promise<Loaded>>()

/** One engine for all rows, as a process has one: four of the same rules would push each other out of the cache. */
function engineFor(workload: Workload): Promise<Loaded> {
  const loaded =
    engines.get(workload) ??
    loadRules(workload.rules).then((project) => ({ project, engine: createEngine({ project, actions, clock }) }))
  engines.set(workload, loaded)
  return loaded
}

function row(input: Input, reader: (workload: Workload) => (index: number) => Finding): Engine {
  return {
    name: 'Redress',
    input,
    async load(workload) {
      const { engine } = await engineFor(workload)
      const read = reader(workload)
      const decide = (index: number) => engine.decide([read(index)])
      return inProcess(
        workload.findings.length,
        (index) => rulesIn(decide(index)),
        (index) => countIn(decide(index)),
      )
    },
  }
}

export function loadRules(rules: readonly Rule[]): Promise<Project> {
  return loadProject({ files: rulesYaml(rules), actions })
}

function rulesIn(decisions: readonly Decision[]): readonly string[] {
  return decisions.flatMap(({ rules, held }) => [...rules, ...held.map((one) => `${one.rule} held: ${one.message}`)])
}

function countIn(decisions: readonly Decision[]): number {
  let count = 0
  for (const { steps } of decisions) count += steps.length
  return count
}

function onlyFinding(items: Iterable<FindingItem>): Finding {
  for (const item of items) {
    if (item.kind === 'finding') return item.finding
    throw new Error(`a finding was refused: ${item.refused.message}`)
  }
  throw new Error('there is no finding')
}
