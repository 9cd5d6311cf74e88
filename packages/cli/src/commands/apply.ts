/**
 * `redress apply`: makes the changes of a plan, its own or one that was written before.
 *
 * It shows the whole plan and asks on a terminal; without one it wants `--yes`. A plan from a file is applied as
 * it is or not at all: the engine refuses one that was changed by hand, has expired or was made with other rules.
 */
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { didYouMean, type Plan, parsePlan, RedressError, type Report } from '@redress/engine'
import { type Context, printJson } from '../context.js'
import { type ExitCode, exitCode } from '../exit-code.js'
import { type AwsOptions, journalPath, makeJournalFolder, openEngine, planFindings } from '../load/engine.js'
import { exitWith, type ReadFindings, readAll } from '../load/findings.js'
import { needProject } from '../load/project.js'
import { applyOutput } from '../output/apply.js'
import { ask } from '../show/ask.js'
import { planText } from '../show/plan-text.js'
import { startProgress } from '../show/progress.js'
import { exitOfReport, reportText } from '../show/report-text.js'
import { counted } from '../show/words.js'
import { inputError, usageError } from '../usage-error.js'

export interface ApplyOptions extends AwsOptions {
  readonly plan?: string
  readonly yes?: boolean
  readonly approve?: readonly string[]
}

export async function apply(context: Context, paths: readonly string[], options: ApplyOptions): Promise<ExitCode> {
  if (options.plan !== undefined && paths.length > 0) throw usageError('give findings or --plan, not both')
  if (options.plan === undefined && paths.length === 0) {
    throw usageError('give findings or --plan', '`redress apply findings/` or `redress apply --plan plan.json`')
  }
  needProject(context)
  await makeJournalFolder(await journalPath(context, options))
  const session = await openEngine(context, options, 'apply')
  const read = await readAll(context, paths)
  const plan =
    options.plan === undefined
      ? await planFindings(context, session, read.findings)
      : await readPlan(context, options.plan)
  await session.engine.verify(plan)

  showPlan(context, plan)
  if (!(await agreed(context, plan, options))) {
    context.note('nothing was changed\n')
    return exitCode.no
  }
  const progress = startProgress(context, 'applying')
  const total = plan.changes.length
  const approved = approvedKeys(plan, options.approve ?? [])
  const report = await session.engine.apply(plan, { approved, progress: () => progress.step(null, total) })
  progress.stop()
  await session.keep(report)
  if (context.json) printJson(context, applyOutput(report))
  else context.print(reportText(report, { ...context, undo: undoCommand(report, options) }))
  if (report.outcomes.some(({ outcome }) => outcome.code === 'PLAN_ONLY')) {
    context.note('to apply what was only shown, set `mode: apply` in redress.yaml and in the rule\n')
  }
  const waiting = report.outcomes.filter(({ outcome }) => outcome.code === 'APPROVAL_REQUIRED')
  if (waiting.length > 0) {
    context.note(
      `to approve, name the changes by their ids: --approve ${waiting.map(({ change }) => change.id).join(' ')}\n`,
    )
  }
  return exitWith(exitOfReport(report), read satisfies ReadFindings)
}

function undoCommand({ runId }: Report, { simulate }: ApplyOptions): string {
  return `redress undo ${runId}${simulate === undefined ? '' : ' --simulate'}`
}

/** Keys of the changes whose ids a person names. */
function approvedKeys({ changes }: Plan, ids: readonly string[]): readonly string[] {
  return ids.map((id) => {
    const change = changes.find((one) => one.id === id)
    if (change !== undefined) return change.key
    const hint =
      didYouMean(
        id,
        changes.map((one) => one.id),
      ) ?? 'the plan shows the id of each change'
    throw usageError(`the plan has no change \`${id}\``, hint)
  })
}

/** With `--json`, stdout is for the report alone. */
function showPlan(context: Context, plan: Plan): void {
  if (!context.json) context.print(`${planText(plan, context)}\n`)
  else if (context.io.isTTY.stderr) context.note(planText(plan, { width: context.width, style: context.noteStyle }))
}

async function agreed(context: Context, plan: Plan, options: ApplyOptions): Promise<boolean> {
  const changes = plan.changes.filter(({ verdict, mode }) => verdict.kind === 'change' && mode !== 'plan')
  if (options.yes === true || changes.length === 0) return true
  const accounts = new Set(changes.map(({ account }) => account)).size
  const where = options.simulate === undefined ? '' : ' in the simulation'
  return ask(context, `apply ${counted(changes.length, 'change')} in ${counted(accounts, 'account')}${where}?`)
}

async function readPlan(context: Context, path: string): Promise<Plan> {
  const text = await readFile(resolve(context.io.cwd, path), 'utf8').catch((error: unknown) => {
    throw inputError(`the plan \`${path}\` cannot be read`, 'write one with `redress plan --out`', error)
  })
  try {
    return parsePlan(JSON.parse(text))
  } catch (error) {
    if (error instanceof RedressError) throw error
    throw inputError(`\`${path}\` is not a plan`, 'write one with `redress plan --out`', error)
  }
}
