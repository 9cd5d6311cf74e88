/** Real threads, of the built command: `pnpm test` builds it first. */
import { execFile, spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStarter, type Shell } from '../testing/run-command.js'

const dist = resolve(import.meta.dirname, '../../dist')
const bin = resolve(dist, 'bin.js')
const run = promisify(execFile)

describe.skipIf(!existsSync(resolve(dist, 'jobs/decide-worker.js')))('the built command', () => {
  let shell: Shell
  beforeAll(async () => {
    shell = await openStarter()
    const sample = JSON.stringify(JSON.parse(readFileSync(shell.path('findings/ec2.2.json'), 'utf8')))
    const padded = sample.replace(
      '"Description":',
      `"Note": ${JSON.stringify({ Text: 'ü'.repeat(3000) })},"Description":`,
    )
    const lines = Array.from({ length: 1000 }, (_, index) =>
      index % 500 === 7 ? '{' : padded.replace('6f1c2a4e', `${index}`),
    )
    writeFileSync(shell.path('many.ndjson'), lines.join('\n'))
  })
  afterAll(() => shell.remove())

  it.each([
    ['JSON', ['--json'], 'finding/999'],
    ['text', [], '998 decisions: 998 to act on'],
  ])('prints the same %s with workers as without', async (_name, words, end) => {
    const decide = async (jobs: string) => {
      const given = [bin, 'decide', 'many.ndjson', '--jobs', jobs, ...words]
      const failed = await run(process.execPath, given, { cwd: shell.folder, maxBuffer: 2 ** 28 }).catch(
        (error) => error,
      )
      return { code: failed.code, stdout: failed.stdout, stderr: failed.stderr }
    }
    const one = await decide('1')
    expect([one.code, one.stdout, one.stderr]).toEqual([
      3,
      expect.stringContaining(end),
      expect.stringContaining('many.ndjson line 8: the line is not JSON'),
    ])
    expect(await decide('3')).toEqual(one)
  })

  it('ends with its workers when nobody reads on', async () => {
    const child = spawn(process.execPath, [bin, 'decide', 'many.ndjson', '--json', '--jobs', '2'], {
      cwd: shell.folder,
    })
    child.stdout.once('data', () => child.stdout.destroy())
    const code = await new Promise((done) => child.once('exit', done))
    expect(code).toBe(0)
  })

  it('ends with its workers when it is interrupted', async () => {
    const child = spawn(process.execPath, [bin, 'decide', '-', '--json', '--jobs', '2'], { cwd: shell.folder })
    child.stdin.on('error', () => {})
    child.stdin.write(readFileSync(shell.path('many.ndjson')))
    child.stdout.once('data', () => child.kill('SIGINT'))
    child.stdout.resume()
    const signal = await new Promise((done) => child.once('exit', (_code, name) => done(name)))
    expect(signal).toBe('SIGINT')
  })
})
