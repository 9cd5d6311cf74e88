/** `redress test`: runs the cases beside rules and playbooks against an AWS in process. */
import { writeFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import type { CaseResult } from '@redress/actions/testing'
import { type Context, printJson } from '../context.js'
import { type ExitCode, exitCode } from '../exit-code.js'
import { choosePaths } from '../load/choose-paths.js'
import { openDocuments } from '../load/documents.js'
import { readNamedFiles } from '../load/fixtures.js'
import type { TestOutput } from '../output/check.js'
import { clean } from '../show/clean.js'
import { junit } from '../show/junit.js'
import { groupBy } from '../show/plan-view.js'
import { counted } from '../show/words.js'
import { inputError } from '../usage-error.js'

export interface TestOptions {
  readonly junit?: string
}

export async function test(given: Context, paths: readonly string[], options: TestOptions): Promise<ExitCode> {
  const { context, includes } = choosePaths(given, paths)
  const { project, actions, fixtures } = await openDocuments(context)
  const { runTest } = await import('@redress/actions/testing')
  const results: CaseResult[] = []
  for (const one of project.tests.filter(({ origin }) => includes(origin.file))) {
    const files = await readNamedFiles(context.folder.path, one, fixtures)
    const cases = await runTest(one, { project, fixtures: { ...fixtures, ...files }, actions })
    results.push(...cases.map((result) => place(result, context)))
  }
  if (options.junit !== undefined) {
    const path = resolve(context.io.cwd, options.junit)
    await writeFile(path, junit(results)).catch((error: unknown) => {
      throw inputError(`\`${options.junit}\` cannot be written`, 'its folder must exist and be writable', error)
    })
  }
  print(context, results)
  return results.every(({ ok }) => ok) ? exitCode.done : exitCode.no
}

function place(result: CaseResult, { io, folder }: Context): CaseResult {
  return { ...result, file: relative(io.cwd, join(folder.path, result.file)) }
}

function print(context: Context, results: readonly CaseResult[]): void {
  const passed = results.filter(({ ok }) => ok).length
  const failed = results.length - passed
  if (context.json) {
    const cases = results.map(({ differences, ...rest }) => ({ ...rest, differences: [...differences] }))
    const output: TestOutput = { cases, passed, failed }
    printJson(context, output)
    return
  }
  const { style } = context
  for (const [file, cases] of groupBy(results, (result) => result.file)) {
    context.print(`${style.bold(clean(file))}\n`)
    for (const { name, ok, line, differences } of cases) {
      context.print(
        ok ? `  ${style.green('ok')}    ${clean(name)}\n` : `  ${style.red('FAIL')}  ${clean(name)} (line ${line})\n`,
      )
      for (const difference of differences) context.print(`        ${clean(difference)}\n`)
    }
  }
  if (results.length === 0) context.note('no tests were found\n')
  context.print(`${counted(passed, 'case')} passed${failed === 0 ? '' : `, ${style.red(`${failed} failed`)}`}\n`)
}
