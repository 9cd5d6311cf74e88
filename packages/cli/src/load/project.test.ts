import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { quiet } from '../testing/quiet-context.js'
import { openStarter, type Shell } from '../testing/run-command.js'
import { isProject, needProject, placeProblem } from './project.js'

describe('the project of a command', () => {
  let shell: Shell
  beforeEach(async () => {
    shell = await openStarter()
  })
  afterEach(() => shell.remove())

  it('is a folder with a redress.yaml', () => {
    expect(isProject(shell.folder)).toBe(true)
    expect(isProject(shell.path('rules'))).toBe(false)
    expect(() => needProject(quiet({ cwd: shell.folder }).context)).not.toThrow()
    expect(() => needProject(quiet({ cwd: shell.path('rules') }).context)).toThrow('there is no redress.yaml in')
  })

  it('has problems at places as seen from the working directory', () => {
    const problem = {
      file: 'rules/a.yaml',
      line: 1,
      column: 1,
      code: 'yaml.tag',
      message: 'a tag',
      hint: null,
    } as const
    const file = (cwd: string, project: string) => placeProblem(problem, quiet({ cwd, project }).context).file
    expect(file('/a', '.')).toBe('rules/a.yaml')
    expect(file('/a', 'b')).toBe('b/rules/a.yaml')
    expect(file('/a/b', '..')).toBe('../rules/a.yaml')
  })
})
