import { type Code, RedressError } from '@redress/engine'
import { describe, expect, it } from 'vitest'
import { tellError } from './tell-error.js'
import { quiet } from './testing/quiet-context.js'

function told(error: unknown, debug = false) {
  const { context, stderr } = quiet()
  return { code: tellError(error, context, debug), text: stderr.join('') }
}

describe('tellError', () => {
  it.each<[Code, number]>([
    ['usage.input', 2],
    ['rules.unknown-field', 2],
    ['yaml.syntax', 2],
    ['document.kind', 2],
    ['finding.not-json', 2],
    ['run.not-found', 2],
    ['plan.stale', 1],
    ['aws.denied', 1],
    ['journal.broken', 1],
  ])('exits for %s with %i', (code, exit) => {
    expect(told(new RedressError(code, 'it is so'))).toEqual({ code: exit, text: `redress: it is so (${code})\n` })
  })

  it('lists problems first, then the error and its hint', () => {
    const problems = [{ file: 'a.yaml', line: 1, column: 2, code: 'yaml.tag', message: 'a tag', hint: null } as const]
    expect(told(new RedressError('usage.input', 'the world is not right', { problems, hint: 'mend it' })).text).toBe(
      'a.yaml:1:2 a tag (yaml.tag)\nredress: the world is not right (usage.input)\n  mend it\n',
    )
  })

  it('shows only the first line of what it did not expect', () => {
    expect(told(new TypeError('a\nb')).text).toBe(
      'redress: something unexpected went wrong: a\n  add --debug to see where\n',
    )
    expect(told('thrown text')).toMatchObject({ code: 1, text: expect.stringContaining('thrown text') })
  })

  it('shows the cause with --debug', () => {
    const { text } = told(new RedressError('usage.input', 'no', { cause: new Error('ENOENT') }), true)
    expect(text).toMatch(/^redress: no \(usage\.input\)\nRedressError: no\n(?:.*\n)*caused by Error: ENOENT\n/)
  })

  it('lets no escape sequence of a message reach the terminal', () => {
    expect(told(new RedressError('aws.failed', 'a\u001b[2Jb')).text).toBe('redress: a\\u001b[2Jb (aws.failed)\n')
  })
})
