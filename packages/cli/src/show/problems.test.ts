import type { Problem } from '@redress/engine'
import { describe, expect, it } from 'vitest'
import { countsText, githubAnnotations, problemLines } from './problems.js'

const problem: Problem = {
  file: 'rules/a,b.yaml',
  line: 3,
  column: 9,
  code: 'rules.unknown-field',
  message: 'unknown field `sevrity`',
  hint: 'did you mean `severity`?',
}

describe('problems', () => {
  it('are lines that editors and terminals open', () => {
    expect(problemLines([problem, { ...problem, hint: null, message: 'bad \u001b[2J' }])).toBe(
      'rules/a,b.yaml:3:9 unknown field `sevrity` (rules.unknown-field)\n  did you mean `severity`?\n' +
        'rules/a,b.yaml:3:9 bad \\u001b[2J (rules.unknown-field)\n',
    )
  })

  it('are annotations on GitHub, escaped as it wants', () => {
    expect(githubAnnotations([{ ...problem, message: '100%' }])).toBe(
      '::error file=rules/a%2Cb.yaml,line=3,col=9,title=rules.unknown-field::100%25%0Adid you mean `severity`?\n',
    )
  })

  it('come with what was loaded', () => {
    expect(countsText({ rules: 1, exceptions: 0, playbooks: 33 })).toBe('1 rule, 0 exceptions, 33 playbooks')
  })
})
