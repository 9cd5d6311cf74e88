/** However many threads decide, and wherever the input is cut, the output is the same to the byte. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { builtinActions } from '@redress/actions/all'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startPortThread } from '../testing/port-thread.js'
import { quiet } from '../testing/quiet-context.js'
import { openStarter, type Shell } from '../testing/run-command.js'
import { smallCatalog } from '../testing/small-catalog.js'
import { type DecideOptions, decide, type Sizes } from './decide.js'

let shell: Shell
let sample = ''

beforeAll(async () => {
  shell = await openStarter()
  sample = JSON.stringify(JSON.parse(readFileSync(shell.path('findings/ec2.2.json'), 'utf8')))
  mkdirSync(shell.path('in/sub'), { recursive: true })
})
afterAll(() => shell.remove())

interface Given {
  readonly json: boolean
  readonly options: DecideOptions
  readonly sizes?: Sizes
  readonly stdin: Uint8Array
}

async function run({ json, options, sizes, stdin }: Given) {
  const parts = {
    loadCatalog: async () => smallCatalog,
    loadActions: async () => builtinActions,
    startThread: startPortThread,
  }
  const { context, stdout, stderr } = quiet({ cwd: shell.folder, stdin: [stdin], parts, json })
  const code = await decide(context, ['in/b.ndjson', '-', 'in'], options, sizes)
  return { code, stdout: stdout.join(''), stderr: stderr.join('') }
}

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text))
const line = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('EC2.2', 'EC2.6', 'S3.1').map((id) => sample.replaceAll('EC2.2', id)) },
  fc.string({ unit: 'grapheme', maxLength: 4 }).map((text) => sample.replace('VPC default', () => quoted(text))),
  fc.constant(sample).map((text) => `[${text},1,${text}]`),
  fc.constantFrom('', '\r', ' ', '{', '[]', '{}', 'ä', '\uFEFF{}'),
)
const ended = fc.tuple(line, fc.constantFrom('\n', '\r\n')).map(([text, end]) => bytesOf(`${text}${end}`))
const damaged = fc.uint8Array({ minLength: 1, maxLength: 3 })
const ndjson = fc
  .array(fc.oneof({ weight: 9, arbitrary: ended }, damaged), { maxLength: 8 })
  .map((parts) => new Uint8Array(Buffer.concat(parts)))
const document = line.map((text) => bytesOf(`[\n${text}\n]`))
const file = fc.oneof({ weight: 3, arbitrary: ndjson }, document)
const sizes = fc.record({
  readBytes: fc.integer({ min: 1, max: 3000 }),
  batchBytes: fc.integer({ min: 1, max: 6000 }),
  smallBytes: fc.constant(0),
})

function quoted(text: string): string {
  return JSON.stringify(text).slice(1, -1)
}

describe('decide with several jobs', () => {
  it('prints what one job prints and exits as it does', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          files: fc.tuple(file, file, file, file),
          json: fc.boolean(),
          jobs: fc.constantFrom('1', '2', '3'),
          sizes,
        }),
        async ({ files: [first, stdin, second, third], json, jobs, sizes: cut }) => {
          writeFileSync(shell.path('in/b.ndjson'), first)
          writeFileSync(shell.path('in/c.json'), second)
          writeFileSync(shell.path('in/sub/a.jsonl'), third)
          const one = await run({ json, options: {}, stdin })
          expect(await run({ json, options: { jobs }, sizes: cut, stdin })).toEqual(one)
        },
      ),
      { numRuns: 40 },
    )
  })

  it.each(['1', '2'])('decides the same when it skims, with --jobs %s', async (jobs) => {
    const texts = ['EC2.2', 'EC2.6', 'S3.1'].map((id) => sample.replaceAll('EC2.2', id))
    writeFileSync(shell.path('in/b.ndjson'), texts.join('\n').concat('\n').repeat(5))
    writeFileSync(shell.path('in/c.json'), '1')
    writeFileSync(shell.path('in/sub/a.jsonl'), `[\n${sample}]`)
    const sizes = { readBytes: 5000, batchBytes: 1, smallBytes: 0 }
    const whole = { json: true, options: {}, stdin: bytesOf(`${sample}\nx\n${sample}`) }
    expect(await run({ ...whole, options: { jobs, skim: true }, sizes })).toEqual(await run(whole))
  })

  it('decides small input without them', async () => {
    writeFileSync(shell.path('in/b.ndjson'), sample)
    const startThread = () => {
      throw new Error('a thread was started')
    }
    const parts = { loadCatalog: async () => smallCatalog, loadActions: async () => builtinActions, startThread }
    const { context } = quiet({ cwd: shell.folder, parts })
    expect(await decide(context, ['in/b.ndjson'], { jobs: '2' })).toBe(0)
  })

  it('leaves its JSON open when a thread fails, so that nobody takes it for whole', async () => {
    let started = 0
    const startThread = () => {
      started += 1
      const thread = startPortThread()
      if (started === 1) return thread
      return { ...thread, listen: (_: unknown, ended: (reason: string) => void) => ended('it exited with code 9') }
    }
    writeFileSync(shell.path('in/b.ndjson'), `${sample}\n`.repeat(20))
    const parts = { loadCatalog: async () => smallCatalog, loadActions: async () => builtinActions, startThread }
    const { context, stdout } = quiet({ cwd: shell.folder, parts, json: true })
    const deciding = decide(context, ['in/b.ndjson'], { jobs: '2' }, { readBytes: 4000, batchBytes: 1, smallBytes: 0 })
    await expect(deciding).rejects.toMatchObject({
      code: 'usage.input',
      message: 'a thread that decides has failed: it exited with code 9',
    })
    expect(started).toBe(2)
    expect(() => JSON.parse(stdout.join(''))).toThrow()
  })
})
