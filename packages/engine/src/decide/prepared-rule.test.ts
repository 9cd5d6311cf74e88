import { Type } from '@sinclair/typebox'
import { describe, expect, it } from 'vitest'
import type { Action } from '../contracts/action.js'
import type { Rule } from '../contracts/documents/rules.js'
import { knownActions, prepared } from '../testing/decide-sample.js'
import { sampleProject } from '../testing/sample-project.js'

function ruleWith(changes: Partial<Rule>) {
  const rules = [{ id: 'r', match: { control: 'EC2.2' }, steps: [], ...changes }]
  const [rule] = prepared(sampleProject({ rules })).rules
  if (rule === undefined) throw new Error('no rule')
  return rule
}

const notify = knownActions.get('notify.webhook')
if (notify === undefined) throw new Error('no action')

const note = { use: 'finding.note', with: { text: 'x' } }

describe('a rule', () => {
  it.each<readonly [string, Partial<Rule>, boolean]>([
    ['with a match alone', {}, true],
    ['that waits for a request', { on: 'request' }, false],
    ['with an `unless`', { unless: [{ region: 'eu-west-1' }] }, false],
    ['with a `when`', { when: { '==': [1, 1] } }, false],
  ])('%s is plain: %s', (_, changes, plain) => expect(ruleWith(changes).isPlain).toBe(plain))

  it.each<readonly [string, Rule['steps'], boolean]>([
    ['a note', [note], false],
    ['a message to a channel', [note, { use: 'notify.channel', with: { channel: 'a', text: 'b' } }], false],
    ['a playbook, whatever it holds', [{ use: 'playbook' }], true],
    ['a reference to a playbook that is malformed', [{ use: 'playbook/' }], true],
    ['an action on a resource', [note, { use: 's3.block-public-access' }], true],
  ])('whose steps are %s may change a resource: %s', (_, steps, may) => expect(ruleWith({ steps }).mayChange).toBe(may))

  it('has the same steps for every finding in each mode, up to its own', () => {
    const rule = ruleWith({ steps: [note], mode: 'plan' })
    const modes = (['apply', 'observe', 'apply'] as const).map((mode) => rule.constantSteps(mode)?.steps)
    expect(modes.map((steps) => steps?.map(({ mode }) => mode))).toEqual([['plan'], ['observe'], ['plan']])
  })

  it.each<readonly [string, Rule['steps'][number]]>([
    ['a name stands in it', { use: 'finding.note', with: { text: '${resource.name}' } }],
    ['it is a playbook', { use: 'playbook' }],
    ['nobody knows the action', { use: 'own.thing' }],
    ['it goes to a channel', { use: 'notify.channel', with: { channel: 'a', text: 'b' } }],
  ])('writes its steps for each finding anew where of one %s', (_, step) =>
    expect(ruleWith({ steps: [note, step] }).constantSteps('apply')).toBeNull(),
  )

  it('writes steps with a secret for each finding anew, so that it is sealed', () => {
    const webhook: Action = { ...notify, params: Type.Object({ url: Type.String({ writeOnly: true }) }) }
    const steps = [{ use: 'notify.webhook', with: { url: 'https://example.com/x' } }]
    const project = sampleProject({ rules: [{ id: 'r', match: { control: 'EC2.2' }, steps }] })
    const [rule] = prepared(project, new Map([['notify.webhook', webhook]])).rules
    expect(rule?.constantSteps('apply')).toBeNull()
  })
})
