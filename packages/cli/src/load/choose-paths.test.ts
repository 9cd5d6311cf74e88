import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { quiet } from '../testing/quiet-context.js'
import { openStarter, type Shell } from '../testing/run-command.js'
import { choosePaths } from './choose-paths.js'

describe('choosePaths', () => {
  let shell: Shell
  beforeEach(async () => {
    shell = await openStarter()
  })
  afterEach(() => shell.remove())

  const choose = (...paths: readonly string[]) => choosePaths(quiet({ cwd: shell.folder }).context, paths)

  it('takes everything when no path is given', () => {
    expect(choose().includes('rules/starter.yaml')).toBe(true)
  })

  it('takes a file, or what is in a folder, and nothing that only starts alike', () => {
    expect(choose('rules').includes('rules/starter.yaml')).toBe(true)
    expect(choose('rules/starter.yaml').includes('rules/starter.yaml')).toBe(true)
    expect(choose('rules').includes('rules-old/starter.yaml')).toBe(false)
    expect(choose('rules', 'tests').includes('exceptions/accepted-risks.yaml')).toBe(false)
  })

  it('takes a project for a project', () => {
    mkdirSync(shell.path('other'))
    writeFileSync(shell.path('other/redress.yaml'), '')
    const { context, includes } = choose('other')
    expect(context.folder).toEqual({ path: shell.path('other'), named: true })
    expect(includes('rules/any.yaml')).toBe(true)
    expect(() => choose('other', '.')).toThrow('give one project at a time')
  })

  it('takes the nearest folder with playbooks where the working directory is no project', () => {
    rmSync(shell.path('redress.yaml'))
    mkdirSync(shell.path('catalog/playbooks/s3'), { recursive: true })
    writeFileSync(shell.path('catalog/playbooks/s3/S3.8.yaml'), '')
    const { context, includes } = choose('catalog/playbooks/s3/S3.8.yaml')
    expect(context.folder).toEqual({ path: shell.path('catalog'), named: false })
    expect(includes('playbooks/s3/S3.8.yaml')).toBe(true)
    expect(includes('playbooks/s3/S3.1.yaml')).toBe(false)
    expect(choose('catalog').includes('playbooks/s3/S3.1.yaml')).toBe(true)
    expect(choose().context.folder.path).toBe(shell.folder)
    expect(() => choose('catalog', 'rules')).toThrow('is outside of the project')
  })

  it('leaves a project its own folder, also where playbooks are nested in it', () => {
    mkdirSync(shell.path('vendor/playbooks'), { recursive: true })
    expect(choose('vendor').context.folder.path).toBe(shell.folder)
  })

  it('refuses what is not there or outside', () => {
    expect(() => choose('nowhere')).toThrow('`nowhere` does not exist')
    expect(() => choose('..')).toThrow('is outside of the project')
  })
})
