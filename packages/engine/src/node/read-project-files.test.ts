import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readProjectFiles } from './read-project-files.js'

let base = ''
const put = async (path: string, text: string | Uint8Array) => {
  await mkdir(dirname(join(base, path)), { recursive: true })
  await writeFile(join(base, path), text)
}
const read = async () => {
  const files = await readProjectFiles(join(base, 'project'))
  return [...files].map(([path, bytes]) => `${path}: ${new TextDecoder().decode(bytes)}`)
}

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'redress-'))
  await put('project/redress.yaml', 'a')
})
afterEach(() => rm(base, { recursive: true }))

describe('a folder', () => {
  it('gives the files that have a place in a project, sorted, with `/` in their paths', async () => {
    await put('project/rules/z.yaml', 'z')
    await put('project/rules/team/a.yaml', 'ra')
    await put('project/playbooks/s3/S3.8.yaml', 'p')
    await put('project/tests/a.yml', 't')
    await put('project/rules/README.md', 'no')
    await put('project/world.yaml', 'no')
    await put('project/findings/a.yaml', 'no')
    expect(await read()).toEqual([
      'playbooks/s3/S3.8.yaml: p',
      'redress.yaml: a',
      'rules/team/a.yaml: ra',
      'rules/z.yaml: z',
      'tests/a.yml: t',
    ])
  })

  it('that does not exist is an error', async () => {
    await expect(readProjectFiles(join(base, 'none'))).rejects.toMatchObject({
      code: 'usage.input',
      message: `the folder \`${join(base, 'none')}\` cannot be read`,
    })
  })

  it('that is a file is an error', async () => {
    await expect(readProjectFiles(join(base, 'project/redress.yaml'))).rejects.toMatchObject({ code: 'usage.input' })
  })

  it('may be reached by a link', async () => {
    await symlink(join(base, 'project'), join(base, 'link'))
    expect([...(await readProjectFiles(join(base, 'link'))).keys()]).toEqual(['redress.yaml'])
  })
})

describe('links', () => {
  it('to files inside the project are read', async () => {
    await put('project/rules/a.yaml', 'x')
    await symlink(join(base, 'project/rules/a.yaml'), join(base, 'project/rules/b.yaml'))
    expect(await read()).toEqual(['redress.yaml: a', 'rules/a.yaml: x', 'rules/b.yaml: x'])
  })

  it('to files outside are refused', async () => {
    await put('secret.yaml', 'x')
    await put('project/rules/a.yaml', 'x')
    await symlink(join(base, 'secret.yaml'), join(base, 'project/rules/b.yaml'))
    await expect(read()).rejects.toMatchObject({
      code: 'usage.input',
      message: '`rules/b.yaml` is a link that leads out of the project',
    })
  })

  it('to a folder whose name begins like that of the project are outside', async () => {
    await put('project-2/a.yaml', 'x')
    await put('project/rules/a.yaml', 'x')
    await symlink(join(base, 'project-2/a.yaml'), join(base, 'project/rules/b.yaml'))
    await expect(read()).rejects.toMatchObject({ message: '`rules/b.yaml` is a link that leads out of the project' })
  })

  it.each([
    ['outside/a.yaml', 'project/rules', '`rules` is a link to a folder, which is not followed'],
    ['project/shared/a.yaml', 'project/rules', '`rules` is a link to a folder, which is not followed'],
    ['outside/a.yaml', 'project/exceptions/team', '`exceptions/team` is a link to a folder, which is not followed'],
  ])('to the folder of %s from %s are refused and not skipped', async (file, link, message) => {
    await put(file, 'x')
    await put('project/exceptions/a.yaml', 'x')
    await symlink(dirname(join(base, file)), join(base, link))
    await expect(read()).rejects.toMatchObject({
      code: 'usage.input',
      message,
      hint: 'put the files into the project',
    })
  })

  it('to nothing are an error', async () => {
    await put('project/rules/a.yaml', 'x')
    await symlink(join(base, 'nothing'), join(base, 'project/rules/b.yaml'))
    await expect(read()).rejects.toMatchObject({ message: '`rules/b.yaml` cannot be read' })
  })
})

describe('limits', () => {
  it('a file over the limit is not read, and keeps a size that is refused', async () => {
    await put('project/rules/a.yaml', new Uint8Array(300 * 1024))
    const files = await readProjectFiles(join(base, 'project'))
    expect(files.get('rules/a.yaml')?.byteLength).toBe(256 * 1024 + 1)
  })

  it('more than 500 files are refused', async () => {
    await mkdir(join(base, 'project/rules'))
    await Promise.all(Array.from({ length: 500 }, (_, index) => put(`project/rules/${index}.yaml`, '')))
    await expect(read()).rejects.toMatchObject({
      code: 'yaml.too-large',
      message: 'the project has more than 500 files',
    })
  })

  it('more than 8 MiB are refused', async () => {
    const part = new Uint8Array(256 * 1024)
    await mkdir(join(base, 'project/rules'))
    await Promise.all(Array.from({ length: 32 }, (_, index) => put(`project/rules/${index}.yaml`, part)))
    await expect(read()).rejects.toMatchObject({
      code: 'yaml.too-large',
      message: 'the project has more than 8388608 bytes',
    })
  })
})
