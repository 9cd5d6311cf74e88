import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { loadProject } from '../load-project.js'
import { fileActions, fileCatalog, sampleFiles } from '../testing/sample-files.js'
import { checkProjectFolder, loadProjectFolder } from './load-project.js'

const input = { catalog: fileCatalog, actions: fileActions }
let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'redress-'))
  for (const [path, text] of sampleFiles) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
})
afterEach(() => rm(folder, { recursive: true }))

it('a folder loads as its files do', async () => {
  const loaded = await loadProjectFolder(folder, input)
  expect(loaded.hash).toBe((await loadProject({ ...input, files: sampleFiles })).hash)
  expect((await checkProjectFolder(folder, input)).problems).toEqual([])
})

it('a bad file in it is told of with its path in the folder', async () => {
  await writeFile(join(folder, 'rules/bad.yaml'), 'a: b\n')
  const { project, problems } = await checkProjectFolder(folder, input)
  expect(project).toBeNull()
  expect(problems.map(({ file, code }) => [file, code])).toEqual([
    ['rules/bad.yaml', 'document.api-version'],
    ['rules/bad.yaml', 'document.kind'],
  ])
  await expect(loadProjectFolder(folder, input)).rejects.toMatchObject({ problems })
})
