/**
 * Findings from the paths of a command line. What cannot be read is told on stderr, place by place; the rest goes on.
 */
import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Finding, RefusedFinding } from '@redress/engine'
import {
  type CutOptions,
  cutFile,
  cutFindings,
  type FindingChunk,
  type FindingFile,
  findingFiles,
  readChunk,
} from '@redress/engine/node'
import type { Context } from '../context.js'
import { type ExitCode, exitCode } from '../exit-code.js'
import { clean } from '../show/clean.js'
import { startMeter } from '../show/meter.js'
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

/** The files below the paths of a command line. */
export interface Input {
  readonly files: readonly InputFile[]
  /** Bytes of all of them; `null` where that cannot be known. */
  readonly size: number | null
}

interface InputFile extends FindingFile {
  /** The path as the user wrote it. */
  readonly label: string
}

/** Reads all paths in order; `-` is standard input. Rejects when a path does not exist. */
export async function readAll(context: Context, paths: readonly string[]): Promise<ReadFindings> {
  const input = await openInput(context, paths)
  const findings: Finding[] = []
  const refused: RefusedFinding[] = []
  const meter = startMeter(context, 'reading findings', input.size)
  for await (const chunk of chunksOf(context, input)) {
    const before = findings.length
    readChunk(chunk, (item) => {
      if (item.kind === 'finding') findings.push(item.finding)
      else refused.push(item.refused)
    })
    meter.add(chunk.kind === 'too-large' ? 0 : chunk.bytes.length, findings.length - before)
  }
  meter.stop()
  noteRefused(context, refused)
  return { findings, refused }
}

/** Rejects when a path does not exist; nothing is read yet. */
export async function openInput(context: Context, paths: readonly string[]): Promise<Input> {
  for (const path of paths) await mustExist(context, path)
  const files: InputFile[] = []
  for (const path of paths) {
    const absolute = path === '-' ? path : resolve(context.io.cwd, path)
    for (const file of await findingFiles([absolute])) {
      files.push({ ...file, label: `${path}${file.path.slice(absolute.length)}` })
    }
  }
  const sizes = files.map(({ size }) => size)
  return { files, size: sizes.reduce((sum, size) => (sum === null || size === null ? null : sum + size), 0) }
}

/** The input in chunks, in order. Nothing of it is kept. */
export async function* chunksOf(
  { io }: Context,
  { files }: Input,
  options: CutOptions = {},
): AsyncIterable<FindingChunk> {
  for (const { path, label } of files) {
    const chunks = path === '-' ? cutFindings(io.stdin, path, options.allocate) : cutFile(path, options)
    for await (const chunk of chunks) yield { ...chunk, source: label }
  }
}

/** Tells what could not be read, place by place. */
export function noteRefused(context: Context, refused: readonly RefusedFinding[]): void {
  for (const { source, position, code, message } of refused) {
    context.note(`${clean(source)} ${clean(position)}: ${clean(message)} (${code})\n`)
  }
}

/** Findings that could not be read turn a success into "some done, some not"; nothing but those is wrong input. */
export function exitWith(code: ExitCode, { findings, refused }: Counted): ExitCode {
  if (refused.length === 0) return code
  if (findings.length === 0) return exitCode.usage
  return code === exitCode.done ? exitCode.partly : code
}

async function mustExist({ io }: Context, path: string): Promise<void> {
  if (path === '-') return
  await stat(resolve(io.cwd, path)).catch((error: unknown) => {
    throw inputError(`the findings \`${path}\` cannot be read`, 'give a file, a folder, or - for standard input', error)
  })
}
