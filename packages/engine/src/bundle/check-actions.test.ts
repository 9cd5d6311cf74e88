import { Type } from '@sinclair/typebox'
import { describe, expect, it } from 'vitest'
import type { Rule } from '../contracts/documents/rules.js'
import type { JsonObject } from '../contracts/json.js'
import { sampleActions, samplePlaybook } from '../testing/sample-project.js'
import { checkActions } from './check-actions.js'

const origin = { file: 'rules/a.yaml', line: 4, column: 5 }
const params = Type.Object({ text: Type.String(), label: Type.Optional(Type.String()) })
const actions = new Map([...sampleActions('finding.note')].map(([name, action]) => [name, { ...action, params }]))
const playbooks = [{ playbook: samplePlaybook(), origin }]
const text = 'x'

function problems(steps: Rule['steps'], match: JsonObject = { control: 'EC2.2' }, given = actions) {
  const rule = { rule: { id: 'a', match, steps }, origin, mode: 'plan' } as const
  return checkActions([rule], playbooks, given)
}

describe('checkActions', () => {
  it('has nothing to say of actions and parameters that are there', () => {
    expect(problems([{ use: 'finding.note', with: { text } }])).toEqual([])
    expect(problems([{ use: 'finding.note', with: { text, label: '${finding.title}' } }])).toEqual([])
    expect(problems([{ use: 'notify.channel', with: { channel: 'a', text } }])).toEqual([])
  })

  it('names an action that is missing, at its rule, with the nearest one', () => {
    const message = 'the action `finding.notes` is not among those given'
    expect(problems([{ use: 'finding.notes', with: { text } }])).toEqual([
      { ...origin, code: 'rules.unknown-action', message, hint: 'did you mean `finding.note`?' },
    ])
    expect(problems([{ use: 'kms.enable-key-rotation' }])).toMatchObject([
      { hint: 'give this action too, or take it out of the rules' },
    ])
  })

  it.each([
    [{ text, texts: '' }, 'the action `finding.note` has no parameter `texts`'],
    [{ text, toString: '' }, 'the action `finding.note` has no parameter `toString`'],
    [{ label: 'LOW' }, 'the action `finding.note` wants the parameter `text`'],
  ])('names a parameter that the action does not have or must have: %j', (given, message) => {
    const hint = 'build the bundle with the actions that it is loaded with'
    expect(problems([{ use: 'finding.note', with: given }])).toEqual([
      { ...origin, code: 'rules.parameter', message, hint },
    ])
  })

  it.each([
    [{ use: 'playbook/EC2.2@1' }, { account: '123456789012' }],
    [{ use: 'playbook' }, { control: ['S3.8', 'EC2.2'] }],
  ])('wants the actions of a playbook that a rule names: %j', (step, match) => {
    expect(problems([step], match)).toMatchObject([
      {
        ...origin,
        code: 'rules.unknown-action',
        message: 'playbook `EC2.2`: the action `ec2.revoke-security-group-rules` is not among those given',
      },
    ])
  })

  it.each([
    [{ use: 'playbook' }, { account: '123456789012' }],
    [{ use: 'playbook' }, { control: { prefix: 'EC2.' } }],
    [{ use: 'playbook/S3.8' }, { control: 'EC2.2' }],
  ])('does not want those of other playbooks: %j', (step, match) => {
    expect(problems([step], match)).toEqual([])
  })

  it('lists all problems of all rules', () => {
    const step = { use: 'kms.enable-key-rotation' }
    expect(problems([step, { use: 'playbook' }, step])).toHaveLength(3)
  })
})
