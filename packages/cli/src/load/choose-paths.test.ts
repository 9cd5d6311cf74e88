import { mkdirSync, writeFileSync } from 'node:fs'
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

  it('refuses what is not there or outside', () => {
    expect(() => choose('nowhere')).toThrow('`nowhere` does not exist')
    expect(() => choose('..')).toThrow('is outside of the project')
  })
})
