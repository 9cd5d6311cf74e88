/**
 * Runs the cases of a playbook test or rule test on the in-process AWS.
 *
 * A case goes the whole way: decide, plan, apply, verify, plan again (nothing left), undo, read (as before). A case
 * that expects nothing to happen must still find the code that it names, so a test cannot pass by accident.
 */
import {
  type Action,
  createEngine,
  type Finding,
  type Json,
  type LoadedProject,
  type LoadedTest,
  memoryJournal,
  type TestCase,
} from '@redress/engine'
import { caseFinding } from './case-finding.js'
import { caseProject } from './case-project.js'
import { compareChanges, compareOutcomes, compareReasons } from './compare-expectation.js'
import { inProcessAws } from './in-process-aws.js'
import { worldFor } from './world-for.js'

/** What cases run with. */
export interface TestSetup {
  readonly project: LoadedProject
  /** Findings by the names that cases use, such as `asff/ec2.2-failed`. */
  readonly fixtures: { readonly [name: string]: Json }
  readonly actions: readonly Action[]
}

/** How one case ended. */
export interface CaseResult {
  readonly file: string
  readonly line: number
  readonly name: string
  readonly ok: boolean
  /** What differs, one line each; empty when `ok`. */
  readonly differences: readonly string[]
}

/** Runs all cases of one document, one after the other; never rejects. */
export async function runTest({ test, origin, lines }: LoadedTest, setup: TestSetup): Promise<readonly CaseResult[]> {
  const results: CaseResult[] = []
  for (const [index, testCase] of test.cases.entries()) {
    const playbook = test.kind === 'PlaybookTest' ? test.playbook : null
    const differences = await runCase(testCase, playbook, setup).catch((error: unknown) => [
      error instanceof Error ? error.message : String(error),
    ])
    results.push({
      file: origin.file,
      line: lines[index] ?? origin.line,
      name: testCase.name,
      ok: differences.length === 0,
      differences,
    })
  }
  return results
}

async function runCase(testCase: TestCase, playbook: string | null, setup: TestSetup): Promise<readonly string[]> {
  const finding = caseFinding(testCase, setup.fixtures)
  const now = Date.parse(testCase.at ?? '2026-11-21T00:00:00Z')
  if (Number.isNaN(now)) return [`\`at: ${testCase.at}\` is not a date`]
  const world = inProcessAws(worldFor(testCase.world ?? {}, finding), {
    home: { account: finding.account ?? '123456789012', partition: finding.partition ?? 'aws' },
    now: () => now,
  })
  let runs = 0
  const engine = createEngine({
    project: caseProject(setup.project, testCase, playbook, finding),
    actions: setup.actions,
    aws: world.aws,
    journal: memoryJournal(),
    clock: { now: () => now, sleep: async () => {} },
    ids: { next: () => `case-${++runs}` },
    approvals: { isApproved: async () => true },
    mode: 'apply',
  })
  return goTheWholeWay(engine, finding, testCase)
}

async function goTheWholeWay(
  engine: ReturnType<typeof createEngine>,
  finding: Finding,
  { expect }: TestCase,
): Promise<readonly string[]> {
  const decisions = engine.decide([finding])
  const plan = await engine.plan([finding])
  const planned = plan.changes.filter(({ verdict }) => verdict.kind === 'change')
  const differences = [...compareReasons(expect, decisions, plan), ...compareChanges(expect, planned)]
  if (differences.length > 0 || planned.length === 0) return differences

  const report = await engine.apply(plan)
  const outcomes = compareOutcomes(expect, report)
  if (outcomes.length > 0) return outcomes

  const applied = new Set(
    report.outcomes.filter(({ outcome }) => outcome.kind === 'applied').map(({ change }) => change.key),
  )
  const settled = planned.filter(({ key }) => applied.has(key)).map(({ use, target }) => `${use} ${target}`)
  const again = await engine.plan([finding])
  const left = again.changes.filter(
    ({ verdict, use, target }) =>
      verdict.kind === 'change' && !use.startsWith('notify.') && settled.includes(`${use} ${target}`),
  )
  if (left.length > 0) return left.map(({ summary }) => `planning again still wants to ${summary}`)

  return undoAndCompare(
    engine,
    finding,
    report.runId,
    planned.filter(({ key, reversible }) => applied.has(key) && reversible === 'full'),
  )
}

async function undoAndCompare(
  engine: ReturnType<typeof createEngine>,
  finding: Finding,
  runId: string,
  reversible: readonly { readonly key: string; readonly summary: string }[],
): Promise<readonly string[]> {
  if (reversible.length === 0) return []
  const undone = await engine.undo(runId)
  const keys = new Set(reversible.map(({ key }) => key))
  const failed = undone.outcomes.filter(({ change, outcome }) => keys.has(change.key) && outcome.kind !== 'undone')
  if (failed.length > 0)
    return failed.map(
      ({ change, outcome }) => `undo of “${change.summary}”: ${outcome.kind}:${outcome.code} ${outcome.message}`,
    )
  const after = await engine.plan([finding])
  const back = new Set(after.changes.filter(({ verdict }) => verdict.kind === 'change').map(({ key }) => key))
  return reversible
    .filter(({ key }) => !back.has(key))
    .map(({ summary }) => `undo did not bring back what was there before: ${summary}`)
}
