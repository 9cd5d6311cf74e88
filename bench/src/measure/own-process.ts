/**
 * Runs an engine in a process of its own. In one process engines share the heap and what the compiler learns of the
 * functions that several of them call, and each of them is slower for it.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Engine, LoadedEngine } from '../engine.js'
import { type Workload, writtenWorkload } from '../workload/workload.js'
import type { Answer, Question } from './engine-child.js'

const child = join(import.meta.dirname, 'engine-child.js')

/** The same engine, which must be among those that the child knows. */
export function inOwnProcess({ name, input, ...more }: Engine): Engine {
  return { name, input, ...more, load: (workload) => start(name, input, workload) }
}

async function start(name: string, input: string, workload: Workload): Promise<LoadedEngine> {
  const process = fork(child, [name, input, fileOf(workload)], { execArgv: ['--expose-gc'] })
  const ended = once(process, 'exit').then(([code]) => {
    throw new Error(`the process of ${name} (${input}) ended with ${code}`)
  })
  ended.catch(() => undefined)
  const next = async (): Promise<Answer> => {
    const [answer] = await Promise.race([once(process, 'message'), ended])
    return answer
  }
  const ask = (question: Question) => {
    const answer = next()
    process.send(question)
    return answer
  }
  await next()
  return {
    match: async (index) => (await ask({ match: index })).ids,
    time: async (start, count) => (await ask({ start, count })).milliseconds,
    close: () => process.disconnect(),
  }
}

const files = new WeakMap<Workload, string>()

/** A file with the workload, for all processes of it; it is gone when this one ends. */
function fileOf(workload: Workload): string {
  const known = files.get(workload)
  if (known !== undefined) return known
  const folder = mkdtempSync(join(tmpdir(), 'redress-bench-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'workload.json')
  writeFileSync(file, writtenWorkload(workload))
  files.set(workload, file)
  return file
}
