/** The process of one engine: loads it, and answers what `own-process.ts` asks. */
import { readFileSync } from 'node:fs'
import { limits } from '../engines/limits.js'
import { redressRows } from '../engines/redress.js'
import { scriptPeers } from '../peers/index.js'
import { readWorkload } from '../workload/workload.js'

export type Question = { readonly match: number } | { readonly start: number; readonly count: number }

export interface Answer {
  readonly ids: readonly string[]
  readonly milliseconds: number
}

const [name, input, file = ''] = process.argv.slice(2)
const engine = [...redressRows, ...limits, ...scriptPeers].find((one) => one.name === name && one.input === input)
if (engine === undefined) throw new Error(`there is no engine ${name} (${input})`)
const loaded = await engine.load(readWorkload(readFileSync(file, 'utf8')))

process.on('message', (question: Question) => {
  void answer(question).then((found) => process.send?.(found))
})
process.send?.({ ids: [], milliseconds: 0 } satisfies Answer)

async function answer(question: Question): Promise<Answer> {
  if ('match' in question) return { ids: await loaded.match(question.match), milliseconds: 0 }
  // So that no round pays for what the one before it left behind.
  globalThis.gc?.({ type: 'minor' })
  return { ids: [], milliseconds: await loaded.time(question.start, question.count) }
}
