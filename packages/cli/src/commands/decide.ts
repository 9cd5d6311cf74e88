/** `redress decide`: which rules match which findings and what they ask for, without AWS. */
import { type Context, printJson } from '../context.js'
import { type ExitCode, exitCode } from '../exit-code.js'
import { openDecider } from '../load/engine.js'
import { exitWith, readAll } from '../load/findings.js'
import { decideOutput } from '../output/decide.js'
import { decideText } from '../show/decide-text.js'

export async function decide(context: Context, paths: readonly string[]): Promise<ExitCode> {
  const { engine } = await openDecider(context)
  const read = await readAll(context, paths)
  const decisions = engine.decide(read.findings, { request: true })
  if (context.json) printJson(context, decideOutput(decisions, read.refused))
  else context.print(decideText(decisions, context))
  return exitWith(exitCode.done, read)
}
