import { appendFile, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { JournalEntry } from '../contracts/journal.js'
import { createJournal } from '../journal/create-journal.js'
import { fakeClock } from '../testing/fake-clock.js'
import { fileJournal } from './file-journal.js'

const run: JournalEntry = { state: 'RUN', mode: 'apply', planHash: 'p', rulesetHash: 'r', engineVersion: '0' }
const clock = fakeClock()
let folder = ''
let path = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'journal-'))
  path = join(folder, 'made', 'journal.jsonl')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const open = (warnings: string[] = []) =>
  createJournal(fileJournal(path, { warn: (message) => warnings.push(message) }), { clock })

const readIfThere = () => readFile(path, 'utf8').catch(() => '')

describe('fileJournal', () => {
  it('keeps records from one process to the next', async () => {
    const first = open()
    expect(await first.records()).toEqual([])
    await first.append('run-1', run)
    await first.append('run-1', run)
    await first.release()
    const second = open()
    expect(await second.append('run-2', run)).toMatchObject({ seq: 2 })
    expect((await second.records()).map(({ runId }) => runId)).toEqual(['run-1', 'run-1', 'run-2'])
    expect((await readFile(path, 'utf8')).split('\n')).toHaveLength(4)
  })

  it.each<[string, () => Promise<void>]>([
    ['deleted', () => rm(path)],
    ['replaced', async () => rm(path).then(() => writeFile(path, ''))],
    ['truncated', () => truncate(path)],
  ])('takes no more records of a run once its file was %s', async (_, meddle) => {
    const journal = open()
    await journal.append('run-1', run)
    await meddle()
    await expect(journal.append('run-1', run)).rejects.toMatchObject({ code: 'journal.unwritable' })
    expect(await readIfThere()).toBe('')
  })

  it('takes no record that does not follow its last one, so two runs over one store cannot break the chain', async () => {
    const store = fileJournal(path)
    const [one, two] = [createJournal(store, { clock }), createJournal(store, { clock })]
    await one.append('run-1', run)
    await two.append('run-2', run)
    await expect(one.append('run-1', run)).rejects.toMatchObject({
      code: 'journal.unwritable',
      message: `the journal \`${path}\` cannot be written: another run has written it`,
    })
    expect(await two.records()).toHaveLength(2)
  })

  it('ignores half a last line, says so, and cuts it off at the next append', async () => {
    const first = open()
    await first.append('run-1', run)
    await first.release()
    await appendFile(path, '{"v":1,"seq":1,"prevHa')
    const warnings: string[] = []
    const second = open(warnings)
    expect(await second.records()).toHaveLength(1)
    expect(warnings).toEqual([`\`${path}\` ends in half a record, which is ignored`])
    expect(await second.append('run-2', run)).toMatchObject({ seq: 1 })
    expect(await second.records()).toHaveLength(2)
  })

  it('does not count a whole record without its line end: nobody was told of it', async () => {
    const first = open()
    await first.append('run-1', run)
    await first.release()
    await writeFile(path, (await readFile(path, 'utf8')).trimEnd())
    expect(await open().records()).toEqual([])
  })

  it.each(['', '{}', 'null', '{"v":1}'])('is broken by a line `%s`', async (line) => {
    await open().append('run-1', run)
    await appendFile(path, `${line}\n`)
    await expect(open().records()).rejects.toMatchObject({
      code: 'journal.broken',
      message: `line 2 of \`${path}\` is no record`,
    })
  })

  it('lets one run append at a time and the next one after its release', async () => {
    const first = open()
    const second = open()
    await first.append('run-1', run)
    await expect(second.append('run-2', run)).rejects.toMatchObject({
      code: 'journal.unwritable',
      message: `the journal \`${path}\` cannot be written: process ${process.pid} holds the lock \`${path}.lock\``,
    })
    expect(await second.records()).toHaveLength(1)
    await first.release()
    expect(await second.append('run-2', run)).toMatchObject({ seq: 1 })
    await second.release()
    expect(await readdir(join(folder, 'made'))).toEqual(['journal.jsonl'])
  })

  it('refuses when someone wrote to the file in between', async () => {
    const journal = open()
    await journal.append('run-1', run)
    await appendFile(path, 'x')
    await expect(journal.append('run-1', run)).rejects.toMatchObject({
      message: `the journal \`${path}\` cannot be written: another process has written, moved or deleted it`,
    })
  })

  it('refuses where the file cannot be made, and leaves no lock behind', async () => {
    await writeFile(join(folder, 'made'), 'a file where a folder should be')
    await expect(open().append('run-1', run)).rejects.toMatchObject({ code: 'journal.unwritable' })
    expect(await readdir(folder)).toEqual(['made'])
  })
})
