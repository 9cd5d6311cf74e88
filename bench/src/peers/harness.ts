/**
 * Engines in other languages: a child process that loads rules and findings from files and answers line by line.
 *
 * It measures its own time, so that nothing is lost in the pipe. Building it needs the language and its registry;
 * where one is missing the engine is left out.
 */
import { type ChildProcessWithoutNullStreams, execFile, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { type LoadedEngine, Unavailable } from '../engine.js'
import type { Rule } from '../workload/rule.js'

export interface HarnessInput {
  readonly rules: readonly { readonly id: string; readonly pattern: string }[]
  readonly texts: readonly string[]
}

export interface Harness extends LoadedEngine {
  /** What the child says of loading the rules. */
  readonly loading: { readonly seconds: number; readonly megabytes: number }
  close(): void
}

/** How a child is run. */
export interface Command {
  readonly file: string
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** After so many seconds without an answer the child is ended and `GaveUp` thrown. */
  readonly patience?: number
}

/** The rules, each as one line in the language of the engine. */
export function patternsOf(rules: readonly Rule[], pattern: (rule: Rule) => string): HarnessInput['rules'] {
  return rules.map((rule) => ({ id: rule.id, pattern: pattern(rule) }))
}

/** The engine did not answer in time or ended: too much memory, or a refusal. */
export class GaveUp extends Error {}

export async function startHarness(command: Command, { rules, texts }: HarnessInput): Promise<Harness> {
  const folder = mkdtempSync(join(tmpdir(), 'redress-bench-'))
  const [rulesFile, findingsFile] = [join(folder, 'rules.tsv'), join(folder, 'findings.jsonl')]
  writeFileSync(rulesFile, rules.map(({ id, pattern }) => `${id}\t${pattern}\n`).join(''))
  writeFileSync(findingsFile, texts.map((text) => `${text}\n`).join(''))
  const child = spawn(command.file, [...command.args, rulesFile, findingsFile], {
    env: { ...process.env, ...command.env },
  })
  const ask = talkTo(child, (command.patience ?? 600) * 1000)
  const close = () => {
    child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const [, milliseconds, bytes] = (await ask(null)).split(' ')
    const loading = { seconds: Number(milliseconds) / 1000, megabytes: Math.max(0, Number(bytes)) / 2 ** 20 }
    return {
      loading,
      match: async (index) => (await ask(`match ${index}`)).split(' ').filter((id) => id !== ''),
      time: async (start, count) => Number(await ask(`time ${start} ${count}`)) / 1e6,
      close,
    }
  } catch (error) {
    close()
    throw error
  }
}

/** Sends a line, if any, and waits for one. */
function talkTo(child: ChildProcessWithoutNullStreams, patience: number): (line: string | null) => Promise<string> {
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => {
    complaint = `${complaint}${chunk}`.slice(0, 400)
  })
  child.stdin.on('error', () => undefined)
  return async (line) => {
    if (line !== null) child.stdin.write(`${line}\n`)
    const answer = await within(lines.next(), patience)
    if (answer === null) {
      child.kill('SIGKILL')
      throw new GaveUp(`no answer in ${patience / 1000} s`)
    }
    if (answer.done === true) throw new GaveUp(reasonIn(complaint) || 'ended without a word')
    return answer.value
  }
}

async function within<T>(promise: Promise<T>, milliseconds: number): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), milliseconds)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}

const run = promisify(execFile)

/** Runs one step of building a harness; says what is missing where it fails. */
export async function buildStep(missing: string, file: string, args: readonly string[], cwd: string): Promise<string> {
  try {
    const { stdout } = await run(file, args, { cwd, timeout: 300_000 })
    return stdout
  } catch {
    throw new Unavailable(missing)
  }
}

/** The compiler of a running machine takes its time: engines are warm before they are compared. */
export async function warm(harness: Harness, findings: number): Promise<void> {
  for (let spent = 0; spent < 3000; ) spent += await harness.time(0, Math.min(findings, 1000))
}

/** The beginning of its first line, without the name of a Java exception. */
function reasonIn(complaint: string): string {
  const [first = ''] = complaint.split('\n')
  return first.replace(/^Exception in thread "[^"]*" [\w.$]+: /, '').slice(0, 60)
}
