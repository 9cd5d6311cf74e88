/**
 * Findings from the paths of a command line. What cannot be read is told on stderr, place by place; the rest goes on.
 */
import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Finding, FindingItem, RefusedFinding } from '@redress/engine'
import { loadFindings, openFindings } from '@redress/engine/node'
import type { Context } from '../context.js'
import { type ExitCode, exitCode } from '../exit-code.js'
import { clean } from '../show/clean.js'
import { startProgress } from '../show/progress.js'
import { inputError } from '../usage-error.js'

export interface ReadFindings {
  readonly findings: readonly Finding[]
  readonly refused: readonly RefusedFinding[]
}

/** How many were read and refused. */
interface Counted {
  readonly findings: { readonly length: number }
  readonly refused: { readonly length: number }
}

/** Reads all paths in order; `-` is standard input. Rejects when a path does not exist. */
export async function readAll(context: Context, paths: readonly string[]): Promise<ReadFindings> {
  const findings: Finding[] = []
  const refused = await readEach(context, paths, (finding) => findings.push(finding))
  return { findings, refused }
}

/** Hands findings on one by one and keeps none of them, so that a file of any size goes through; gives what was refused. */
export async function readEach(
  context: Context,
  paths: readonly string[],
  take: (finding: Finding) => void,
): Promise<readonly RefusedFinding[]> {
  for (const path of paths) await mustExist(context, path)
  const refused: RefusedFinding[] = []
  const progress = startProgress(context, 'reading findings')
  for (const path of paths) {
    for await (const item of open(context, path)) {
      if (item.kind === 'finding') take(item.finding)
      else refused.push(item.refused)
      progress.step(null, null)
    }
  }
  progress.stop()
  for (const { source, position, code, message } of refused) {
    context.note(`${clean(source)} ${clean(position)}: ${clean(message)} (${code})\n`)
  }
  return refused
}

/** Findings that could not be read turn a success into "some done, some not"; nothing but those is wrong input. */
export function exitWith(code: ExitCode, { findings, refused }: Counted): ExitCode {
  if (refused.length === 0) return code
  if (findings.length === 0) return exitCode.usage
  return code === exitCode.done ? exitCode.partly : code
}

function open(context: Context, path: string): AsyncIterable<FindingItem> {
  if (path === '-') return loadFindings(context.io.stdin, '-')
  return relabelled(openFindings([resolve(context.io.cwd, path)]), resolve(context.io.cwd, path), path)
}

/** Sources as the user wrote them, not as absolute paths. */
async function* relabelled(items: AsyncIterable<FindingItem>, from: string, to: string): AsyncIterable<FindingItem> {
  const label = (source: string) => (source.startsWith(from) ? `${to}${source.slice(from.length)}` : source)
  for await (const item of items) {
    yield item.kind === 'finding'
      ? { ...item, source: label(item.source) }
      : { ...item, refused: { ...item.refused, source: label(item.refused.source) } }
  }
}

async function mustExist({ io }: Context, path: string): Promise<void> {
  if (path === '-') return
  await stat(resolve(io.cwd, path)).catch((error: unknown) => {
    throw inputError(`the findings \`${path}\` cannot be read`, 'give a file, a folder, or - for standard input', error)
  })
}
