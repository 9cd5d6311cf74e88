/**
 * `redress build`: writes the project, checked and compiled, as the one file that is deployed.
 *
 * Whatever `check` complains of is not built, an exception that has expired too: nobody looks at problems after that.
 */
import { join, relative, resolve } from 'node:path'
import { type Action, buildBundle, type LoadedProject } from '@redress/engine'
import { type Context, printJson } from '../context.js'
import { type ExitCode, exitCode } from '../exit-code.js'
import { checkDocuments } from '../load/documents.js'
import { needProject, placeProblem } from '../load/project.js'
import type { BuildOutput } from '../output/lists.js'
import { clean } from '../show/clean.js'
import { countsText, problemLines } from '../show/problems.js'
import { counted } from '../show/words.js'
import { writeOutput } from '../write-output.js'

export interface BuildOptions {
  readonly out?: string
}

export async function build(context: Context, options: BuildOptions): Promise<ExitCode> {
  needProject(context)
  const { problems, project } = await checkDocuments(context)
  if (project === null || problems.length > 0) {
    context.note(problemLines(problems.map((problem) => placeProblem(problem, context))))
    return refuse(context, `the project is not built: ${counted(problems.length, 'problem')}`)
  }
  if (project.rules.length === 0) {
    return refuse(context, 'the project has no rules, so there is nothing to build', [
      'write one in rules/, or have one written by `redress init --from finding.json`',
    ])
  }
  const { io, folder } = context
  const file = relative(io.cwd, resolve(io.cwd, options.out ?? join(folder.path, 'bundle.json')))
  const text = JSON.stringify(await buildBundle(project))
  await writeOutput(context, file, text)
  tell(context, project, { file, bytes: new TextEncoder().encode(text).length })
  if (holdsSecrets(project, await context.parts.loadActions())) {
    context.note(`${context.noteStyle.yellow('note:')} it holds secrets of the project, such as the URL of a webhook\n`)
  }
  return exitCode.done
}

function refuse({ note, noteStyle }: Context, message: string, hints: readonly string[] = []): ExitCode {
  note(`${noteStyle.red('redress:')} ${message}\n${hints.map((hint) => `  ${hint}\n`).join('')}`)
  return exitCode.no
}

function tell(context: Context, project: LoadedProject, written: { readonly file: string; readonly bytes: number }) {
  const { rules, exceptions, playbooks, hash } = project
  const counts = { rules: rules.length, exceptions: exceptions.length, playbooks: playbooks.size }
  if (context.json) {
    const output: BuildOutput = { ...written, hash, ...counts }
    printJson(context, output)
    return
  }
  const size = `${(written.bytes / 1024).toFixed(0)} KiB`
  context.print(`${clean(written.file)}: ${countsText(counts)}, ${size}\nhash ${hash}\n`)
}

/** Whether a channel has a URL, or a rule or playbook gives an action what its schema marks as secret. */
function holdsSecrets({ project, rules, playbooks }: LoadedProject, actions: readonly Action[]): boolean {
  const secrets = new Map(actions.map(({ name, params }) => [name, secretNames(params)]))
  const steps = [...rules.map(({ rule }) => rule), ...[...playbooks.values()].map(({ playbook }) => playbook)].flatMap(
    (owner) => owner.steps,
  )
  return (
    Object.values(project?.channels ?? {}).some((channel) => 'url' in channel) ||
    steps.some(({ use, with: given = {} }) => (secrets.get(use) ?? []).some((name) => Object.hasOwn(given, name)))
  )
}

function secretNames({ properties }: Action['params']): readonly string[] {
  return Object.entries(properties).flatMap(([name, property]) => (property['writeOnly'] === true ? [name] : []))
}
