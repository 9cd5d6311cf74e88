/** `redress plan`: reads the present state and shows each change. It plans as `apply` would, and writes nothing to AWS. */
import type { Plan } from '@redress/engine'
import { type Context, printJson } from '../context.js'
import { type ExitCode, exitCode } from '../exit-code.js'
import { type AwsOptions, openEngine, planFindings } from '../load/engine.js'
import { exitWith, readAll } from '../load/findings.js'
import { planOutput } from '../output/plan.js'
import { planText } from '../show/plan-text.js'
import { writeOutput } from '../write-output.js'

export interface PlanOptions extends AwsOptions {
  readonly out?: string
  readonly html?: string
}

export async function plan(context: Context, paths: readonly string[], options: PlanOptions): Promise<ExitCode> {
  const session = await openEngine(context, options, 'apply')
  const read = await readAll(context, paths)
  const made = await planFindings(context, session, read.findings)
  if (options.out !== undefined) await writeOutput(context, options.out, `${JSON.stringify(made, null, 2)}\n`)
  if (options.html !== undefined) {
    const { planHtml } = await import('../show/plan-html.js')
    await writeOutput(context, options.html, planHtml(made))
  }
  if (context.json) printJson(context, planOutput(made))
  else context.print(planText(made, context))
  if (options.out !== undefined && !context.json) context.note(`next: ${applyCommand(options.out, options)}\n`)
  return exitWith(exitOfPlan(made), read)
}

/** A plan of a simulation is applied in it, not to a real account. */
function applyCommand(out: string, { simulate }: PlanOptions): string {
  const where = simulate === undefined ? '' : simulate === true ? ' --simulate' : ` --simulate ${simulate}`
  return `redress apply --plan ${out}${where}`
}

const unread = ['ACCESS_DENIED', 'IDENTITY', 'UNREADABLE']

/** A state that cannot be read leaves a hole in the plan; what an action refuses is an answer. */
function exitOfPlan({ changes }: Plan): ExitCode {
  const holes = changes.filter(({ verdict }) => verdict.kind === 'refused' && unread.includes(verdict.code)).length
  if (holes === 0) return exitCode.done
  return holes < changes.length ? exitCode.partly : exitCode.no
}
