/** `redress check`: loads everything and prints every problem, not only the first. */
import type { Problem } from '@redress/engine'
import { type Context, printJson } from '../context.js'
import { type ExitCode, exitCode } from '../exit-code.js'
import { choosePaths } from '../load/choose-paths.js'
import { checkDocuments } from '../load/documents.js'
import { placeProblem } from '../load/project.js'
import type { CheckOutput } from '../output/check.js'
import { countsText, githubAnnotations, type LoadedCounts, problemLines } from '../show/problems.js'
import { counted } from '../show/words.js'

export interface CheckOptions {
  readonly format: string
}

export async function check(given: Context, paths: readonly string[], options: CheckOptions): Promise<ExitCode> {
  const { context, includes } = choosePaths(given, paths)
  const checked = await checkDocuments(context)
  const problems = checked.problems
    .filter(({ file }) => includes(file))
    .map((problem) => placeProblem(problem, context))
  print(context, options.format, problems, checked.counts)
  return problems.length === 0 ? exitCode.done : exitCode.no
}

function print(context: Context, format: string, problems: readonly Problem[], loaded: LoadedCounts): void {
  const { rules, exceptions, playbooks } = loaded
  if (context.json || format === 'json') {
    const output: CheckOutput = { problems: [...problems], loaded: { rules, exceptions, playbooks } }
    printJson(context, output)
    return
  }
  context.print(format === 'github' ? githubAnnotations(problems) : problemLines(problems))
  const { style } = context
  const verdict = problems.length === 0 ? style.green('no problems') : style.red(counted(problems.length, 'problem'))
  if (format === 'text') context.print(`${verdict} (${countsText(loaded)})\n`)
}
