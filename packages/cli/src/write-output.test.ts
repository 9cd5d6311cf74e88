import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { quiet } from './testing/quiet-context.js'
import { openShell, type Shell } from './testing/run-command.js'
import { writeOutput } from './write-output.js'

let shell: Shell
beforeEach(() => {
  shell = openShell()
})
afterEach(() => shell.remove())

it('writes from the working directory, and makes no folder', async () => {
  const { context } = quiet({ cwd: shell.folder })
  await writeOutput(context, 'plan.json', '{}')
  expect(readFileSync(shell.path('plan.json'), 'utf8')).toBe('{}')
  await expect(writeOutput(context, 'nowhere/plan.json', '{}')).rejects.toMatchObject({
    code: 'usage.input',
    message: '`nowhere/plan.json` cannot be written',
    hint: 'its folder must exist and be writable',
  })
})
