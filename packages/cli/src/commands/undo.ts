/**
 * `redress undo`: takes back what a run changed. Naming the run is the consent; on a terminal it still asks.
 */
import { type Context, printJson } from '../context.js'
import { type ExitCode, exitCode } from '../exit-code.js'
import { type AwsOptions, openEngine, type Session } from '../load/engine.js'
import { needProject } from '../load/project.js'
import { applyOutput } from '../output/apply.js'
import { ask } from '../show/ask.js'
import { exitOfReport, reportText } from '../show/report-text.js'
import { counted, whenText } from '../show/words.js'
import { usageError } from '../usage-error.js'

export interface UndoOptions extends AwsOptions {
  readonly yes?: boolean
}

export async function undo(context: Context, run: string, options: UndoOptions): Promise<ExitCode> {
  needProject(context)
  const session = await openEngine(context, options, 'apply')
  const runId = run === 'last' ? await lastRun(session) : run
  if (options.yes !== true && context.io.isTTY.stdin && !(await agreed(context, session, runId))) {
    context.note('nothing was changed\n')
    return exitCode.no
  }
  const report = await session.engine.undo(runId)
  await session.keep(report)
  if (context.json) printJson(context, applyOutput(report))
  else context.print(reportText(report, { ...context, undo: null }))
  return exitOfReport(report)
}

/** The newest run with something left to take back. */
async function lastRun({ engine }: Session): Promise<string> {
  const runs = await engine.history()
  const open = runs.filter(({ mode, counts, undone }) => mode !== 'undo' && (counts['applied'] ?? 0) > undone)
  const last = open.at(-1)
  if (last === undefined) throw usageError('there is no run to take back', '`redress history` lists the runs')
  return last.runId
}

async function agreed(context: Context, { engine }: Session, runId: string): Promise<boolean> {
  const run = (await engine.history()).find((one) => one.runId === runId)
  if (run === undefined) return true
  const left = (run.counts['applied'] ?? 0) - run.undone
  return ask(context, `take back ${counted(left, 'change')} of the run of ${whenText(run.at)}?`)
}
