import { mkdirSync, writeFileSync } from 'node:fs'
import { readValue } from '@redress/engine'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { starterFiles } from '../starter/starter-files.js'
import { quiet } from '../testing/quiet-context.js'
import { openShell, type Shell } from '../testing/run-command.js'
import { exitWith, readAll } from './findings.js'

const finding = starterFiles(0).get('findings/ec2.2.json') ?? ''

describe('readAll', () => {
  let shell: Shell
  beforeEach(() => {
    shell = openShell()
  })
  afterEach(() => shell.remove())

  it('reads files, folders and standard input in the order in which they are given', async () => {
    mkdirSync(shell.path('in'))
    writeFileSync(shell.path('in/a.json'), finding)
    writeFileSync(shell.path('b.ndjson'), `${JSON.stringify(JSON.parse(finding))}\n`.repeat(2))
    const { context, stderr } = quiet({ cwd: shell.folder, stdin: [finding.slice(0, 100), finding.slice(100)] })
    expect((await readAll(context, ['in', 'b.ndjson', '-'])).findings).toHaveLength(4)
    expect(stderr).toEqual([])
  })

  it('tells of what cannot be read, by the name that the user gave', async () => {
    mkdirSync(shell.path('in'))
    writeFileSync(shell.path('in/bad.json'), '{')
    const { context, stderr } = quiet({ cwd: shell.folder })
    const read = await readAll(context, ['in'])
    expect(read.refused).toMatchObject([{ source: 'in/bad.json', code: 'finding.not-json' }])
    expect(stderr.join('')).toMatch(/^in\/bad\.json .*: .* \(finding\.not-json\)\n$/)
  })

  it('refuses a path that is not there before it reads any', async () => {
    await expect(readAll(quiet({ cwd: shell.folder }).context, ['-', 'no'])).rejects.toMatchObject({
      code: 'usage.input',
      message: 'the findings `no` cannot be read',
    })
  })
})

describe('exitWith', () => {
  const refused = { source: 'a', position: 'line 1', code: 'finding.not-json', message: 'no' }
  it.each([
    ['all was read', 0, 1, 0, 0],
    ['some was not read', 0, 1, 1, 3],
    ['some was not read and a change failed', 1, 1, 1, 1],
    ['nothing was read', 0, 0, 1, 2],
    ['nothing was given', 0, 0, 0, 0],
  ] as const)('when %s', (_name, code, findings, bad, exit) => {
    const [item] = readValue(JSON.parse(finding), 'sample')
    if (item?.kind !== 'finding') throw new Error('the sample is no finding')
    const read = Array.from({ length: findings }, () => item.finding)
    expect(exitWith(code, { findings: read, refused: Array.from({ length: bad }, () => refused) })).toBe(exit)
  })
})
