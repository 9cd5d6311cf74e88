import { describe, expect, it } from 'vitest'
import { quiet } from '../testing/quiet-context.js'
import { ask } from './ask.js'

describe('ask', () => {
  it.each([
    [['y\n'], true],
    [['Y', 'es\n'], true],
    [[new TextEncoder().encode('yes\r\n')], true],
    [['n\n'], false],
    [['yes please\n'], false],
    [['\n', 'y\n'], false],
    [[], false],
  ])('takes %j as %s', async (chunks, answer) => {
    const { context, stderr } = quiet({ stdin: chunks, terminal: true })
    expect(await ask(context, 'go on?')).toBe(answer)
    expect(stderr).toEqual(['go on? [y/N] '])
  })

  it('never takes input that is no person for an answer', async () => {
    await expect(ask(quiet({ stdin: ['y\n'] }).context, 'go on?')).rejects.toMatchObject({
      code: 'usage.option',
      message: 'there is no terminal to ask on',
      hint: 'add --yes to go on without being asked',
    })
  })
})
