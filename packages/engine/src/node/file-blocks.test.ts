import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fileBlocks } from './file-blocks.js'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'blocks-'))
})
afterAll(() => rm(folder, { recursive: true }))

it('gives a whole file in blocks of the same memory', async () => {
  await writeFile(join(folder, 'a'), 'abcdefg')
  const texts = []
  const buffers = new Set()
  for await (const block of fileBlocks(join(folder, 'a'), 3)) {
    texts.push(Buffer.from(block).toString())
    buffers.add(block.buffer)
  }
  expect([texts, buffers.size]).toEqual([['abc', 'def', 'g'], 1])
})

it('gives nothing of an empty file, and rejects where there is none', async () => {
  await writeFile(join(folder, 'b'), '')
  for await (const block of fileBlocks(join(folder, 'b'), 3)) expect(block).toBe('not there')
  await expect(fileBlocks(join(folder, 'c'), 3)[Symbol.asyncIterator]().next()).rejects.toMatchObject({
    code: 'ENOENT',
  })
})
