import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findingFiles, unreadableFile } from './finding-files.js'

describe('findingFiles', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'files-'))
    await mkdir(join(folder, 'sub.json'))
    await writeFile(join(folder, 'b.json'), '12')
    await writeFile(join(folder, 'sub.json', 'a.NDJSON'), '123')
    await writeFile(join(folder, 'c.txt'), '1')
    await symlink(join(folder, 'nothing'), join(folder, 'd.jsonl'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('are files as given and what lies below folders, with their sizes', async () => {
    expect(await findingFiles([join(folder, 'c.txt'), '-', folder])).toEqual([
      { path: join(folder, 'c.txt'), size: 1 },
      { path: '-', size: null },
      { path: join(folder, 'b.json'), size: 2 },
      { path: join(folder, 'd.jsonl'), size: null },
      { path: join(folder, 'sub.json', 'a.NDJSON'), size: 3 },
    ])
  })

  it('have no size where none can be known', async () => {
    expect(await findingFiles(['/dev/null'])).toEqual([{ path: '/dev/null', size: null }])
  })

  it('that are not there are refused', async () => {
    await expect(findingFiles([join(folder, 'nothing')])).rejects.toMatchObject({
      code: 'usage.input',
      message: `cannot read \`${join(folder, 'nothing')}\`: there is no such file or folder`,
    })
  })
})

it('an error that says what is wrong already is left as it is', () => {
  const error = unreadableFile('a', new Error('it is on fire'))
  expect(error.message).toBe('cannot read `a`: it is on fire')
  expect(unreadableFile('b', error)).toBe(error)
  expect(unreadableFile('b', 'smoke').message).toBe('cannot read `b`: smoke')
})
