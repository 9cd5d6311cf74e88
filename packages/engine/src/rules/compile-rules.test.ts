import { describe, expect, it } from 'vitest'
import type { Rule, Rules } from '../contracts/documents/rules.js'
import type { Mode } from '../contracts/plan.js'
import { sampleContext } from '../testing/sample-context.js'
import { sampleSource } from '../testing/sample-source.js'
import { compileRules } from './compile-rules.js'

const message = { use: 'notify.channel', with: { channel: '${x}', text: 'hello' } }
const change = { use: 'playbook' }

function compile(rule: Partial<Rule>, mode?: Mode) {
  const whole: Rule = { id: 'a', match: { region: 'eu-west-1' }, steps: [change], ...rule }
  const document: Rules = { apiVersion: 'redress/v1', kind: 'Rules', rules: [whole] }
  const scope = { accounts: [], regions: [] }
  const project = { apiVersion: 'redress/v1', kind: 'Project', scope, ...(mode === undefined ? {} : { mode }) } as const
  return compileRules([sampleSource('rules/a.yaml', document)], sampleContext({ project }))
}

describe('a rule that matches everything', () => {
  const codes = (rule: Partial<Rule>) => compile({ match: {}, ...rule }).problems.map(({ code, line }) => [code, line])

  it.each<[string, Partial<Rule>, number]>([
    ['changes something', {}, 1],
    ['changes a finding', { steps: [message, change] }, 1],
    ['says `matchAll: false`', { matchAll: false }, 1],
    ['says `matchAll: true`', { matchAll: true }, 0],
    ['only notifies', { steps: [message] }, 0],
  ])('and %s', (_, rule, count) => {
    expect(codes(rule)).toEqual(Array.from({ length: count }, () => ['rules.matches-everything', 4]))
  })
})

it.each<[Mode | undefined, Mode | undefined, Mode]>([
  [undefined, undefined, 'plan'],
  ['apply', undefined, 'plan'],
  [undefined, 'apply', 'apply'],
  ['approve', 'apply', 'approve'],
  ['apply', 'observe', 'observe'],
])('mode %s in a project of %s is %s', (own, project, expected) => {
  const { rules } = compile(own === undefined ? {} : { mode: own }, project)
  expect(rules.map(({ mode }) => mode)).toEqual([expected])
})

it('`unless` and `when` are compiled, and a rule has its place', () => {
  const { rules, problems } = compile({ unless: [{ region: 'us-east-1' }, {}], when: { '==': [1, 1] } })
  expect(problems).toEqual([])
  expect(rules).toMatchObject([{ origin: { file: 'rules/a.yaml', line: 3, column: 9 }, unless: [{}, {}], when: {} }])
  expect(compile({}).rules).toMatchObject([{ unless: [], when: null }])
})
