/**
 * `redress init`: writes a project to start from, or a rule and its test for a real finding.
 *
 * Nothing is ever overwritten: when one file is in the way, none is written.
 */
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { editorSchemas } from '@redress/engine'
import { type Context, printJson } from '../context.js'
import { type ExitCode, exitCode } from '../exit-code.js'
import { readAll } from '../load/findings.js'
import { isProject } from '../load/project.js'
import type { InitOutput } from '../output/lists.js'
import { filesFromFinding } from '../starter/from-finding.js'
import { projectFiles, schemaFile, starterFiles } from '../starter/starter-files.js'
import { inputError, usageError } from '../usage-error.js'

export async function init(context: Context, dir: string, options: { readonly from?: string }): Promise<ExitCode> {
  const folder = resolve(context.folder.named ? context.folder.path : context.io.cwd, dir)
  const files =
    options.from === undefined
      ? starterFiles(context.parts.clock.now())
      : await fromFinding(context, folder, options.from)
  const taken = [...files.keys()].find((file) => existsSync(join(folder, file)))
  if (taken !== undefined) {
    const hint = isProject(folder)
      ? 'this is a project already; add to it, or take an empty folder'
      : 'take an empty folder'
    throw usageError(
      `\`${taken}\` is already in \`${relative(context.io.cwd, folder) || '.'}\`; nothing was written`,
      hint,
    )
  }
  const all = new Map([...files, [schemaFile, await schemaText(context)]])
  for (const [file, text] of all) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFile(join(folder, file), text)
  }
  tell(context, folder, [...files.keys()])
  return exitCode.done
}

async function fromFinding(context: Context, folder: string, path: string): Promise<ReadonlyMap<string, string>> {
  const { findings } = await readAll(context, [path])
  const [finding] = findings
  if (finding === undefined) throw inputError(`there is no finding in \`${path}\``)
  if (findings.length > 1) context.note(`the first of ${findings.length} findings is taken\n`)
  const made = filesFromFinding(finding)
  return isProject(folder) ? made.files : new Map([...projectFiles(made), ...made.files])
}

/** Made here and not shipped as a file, so that it knows the actions of this very installation. */
async function schemaText({ parts }: Context): Promise<string> {
  return `${JSON.stringify(editorSchemas(await parts.loadActions())['redress.schema.json'])}\n`
}

function tell(context: Context, folder: string, files: readonly string[]): void {
  const shown = relative(context.io.cwd, folder) || '.'
  if (context.json) {
    const output: InitOutput = { folder: shown, files: [...files] }
    printJson(context, output)
    return
  }
  for (const file of files) context.print(`${context.style.green('+')} ${join(shown, file)}\n`)
  const go = shown === '.' ? '' : `cd ${shown} && `
  context.note(`next: ${go}redress check && redress test\n`)
}
