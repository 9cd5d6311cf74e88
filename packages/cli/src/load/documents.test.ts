import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { builtinActions as actions } from '@redress/actions/all'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Context } from '../context.js'
import { quiet } from '../testing/quiet-context.js'
import { openStarter, type Shell } from '../testing/run-command.js'
import { smallCatalog } from '../testing/small-catalog.js'
import { checkDocuments, holdsDocuments, openDocuments } from './documents.js'

let shell: Shell
beforeEach(async () => {
  shell = await openStarter()
})
afterEach(() => shell.remove())

const context = (): Context => {
  const { context: made } = quiet({ cwd: shell.folder })
  return { ...made, parts: { ...made.parts, loadCatalog: async () => smallCatalog, loadActions: async () => actions } }
}

describe('holdsDocuments', () => {
  it('is true of a project and of a folder with playbooks, which a file of that name is not', () => {
    expect(holdsDocuments(shell.folder)).toBe(true)
    rmSync(shell.path('redress.yaml'))
    rmSync(shell.path('playbooks'), { recursive: true, force: true })
    expect(holdsDocuments(shell.folder)).toBe(false)
    writeFileSync(shell.path('playbooks'), '')
    expect(holdsDocuments(shell.folder)).toBe(false)
    rmSync(shell.path('playbooks'))
    mkdirSync(shell.path('playbooks'))
    expect(holdsDocuments(shell.folder)).toBe(true)
  })
})

describe('documents', () => {
  it('of a project come with the catalogue, whose fixtures give way to those of the project', async () => {
    mkdirSync(shell.path('fixtures'))
    writeFileSync(shell.path('fixtures/own.json'), '{}')
    const { project, fixtures } = await openDocuments(context())
    expect([...project.playbooks.keys()]).toEqual(['EC2.2', 'IAM.6'])
    expect(fixtures).toEqual({ own: {} })
  })

  it('are placed as seen from the working directory when they are wrong', async () => {
    writeFileSync(shell.path('rules/wrong.yaml'), 'apiVersion: redress/v1\nkind: Rulse\n')
    await expect(openDocuments(context())).rejects.toMatchObject({ problems: [{ file: 'rules/wrong.yaml' }] })
    expect((await checkDocuments(context())).problems).toMatchObject([{ file: 'rules/wrong.yaml' }])
  })

  it('are missed where there is neither a project nor playbooks', async () => {
    rmSync(shell.path('redress.yaml'))
    rmSync(shell.path('playbooks'), { recursive: true, force: true })
    await expect(openDocuments(context())).rejects.toThrow('there is no redress.yaml in')
  })
})
