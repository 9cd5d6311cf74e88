import { Type } from '@sinclair/typebox'
import { describe, expect, it } from 'vitest'
import type { Step } from '../contracts/documents/step.js'
import { sampleContext } from '../testing/sample-context.js'
import { fileActions } from '../testing/sample-files.js'
import { checkSteps, type StepOwner } from './check-steps.js'

const actions = new Map(fileActions.map((action) => [action.name, action]))
const rule: StepOwner = { kind: 'rule', match: { region: 'eu-west-1' } }
const playbook: StepOwner = { kind: 'playbook', parameters: ['days'] }

function messages(steps: readonly Step[], owner: StepOwner, changes = {}) {
  const context = sampleContext({ actions, ...changes })
  return checkSteps(steps, '/steps', owner, context, () => null).map(({ pointer, message }) => `${pointer} ${message}`)
}

describe('a step', () => {
  it.each<[Step, StepOwner, readonly string[]]>([
    [{ use: 's3.block-public-access', with: { bucket: 'logs' } }, rule, []],
    [{ use: 's3.block-public-access', with: { bucket: '${resource.name}' } }, playbook, []],
    [{ use: 's3.block-public-access' }, rule, ['/steps/0/with `bucket` is missing']],
    [{ use: 'toString' }, rule, ['/steps/0/use unknown action `toString`']],
    [{ use: 'playbook' }, rule, []],
    [{ use: 'playbook' }, playbook, ['/steps/0/use a playbook cannot use a playbook']],
    [{ use: 'playbook/S3.8' }, playbook, ['/steps/0/use a playbook cannot use a playbook']],
    [{ use: 'playbook/' }, rule, ['/steps/0/use `playbook/` is not a reference to a playbook']],
    [
      { use: 'notify.channel', with: { channel: 'a' } },
      rule,
      ['/steps/0/with `text` is missing', '/steps/0/with/channel unknown channel `a`'],
    ],
  ])('%j is checked', (step, owner, expected) => {
    expect(messages([step], owner)).toEqual(expected)
  })

  it('keeps its place among others', () => {
    const steps = [{ use: 's3.block-public-access', with: { bucket: 'logs' } }, { use: 'nope' }]
    expect(messages(steps, rule)).toEqual(['/steps/1/use unknown action `nope`'])
  })
})

describe('a secret', () => {
  const [sample] = fileActions
  if (sample === undefined) throw new Error('no action')
  const params = Type.Object({ url: Type.String({ writeOnly: true }), text: Type.String() })
  const hook = new Map([['hook.post', { ...sample, params }]])
  const problemsOf = (url: string, owner: StepOwner) => {
    const context = sampleContext({ actions: hook })
    return checkSteps(
      [{ use: 'hook.post', with: { url, text: 'to ${resource.name}' } }],
      '',
      owner,
      context,
      () => null,
    )
  }

  it.each([rule, playbook])('stands whole in the project, in a %j too', (owner) => {
    expect(problemsOf('https://example.com/hook', owner)).toEqual([])
    expect(problemsOf('https://example.com/${finding.title}', owner)).toEqual([
      {
        pointer: '/0/with/url',
        at: 'value',
        code: 'rules.template',
        message: '`url` is a secret and takes no `${…}`',
        hint: 'write the value itself, or use `notify.channel` for a message',
      },
    ])
  })
})

it('templates are checked with the names that the owner knows', () => {
  const scopes: unknown[] = []
  const { compilers } = sampleContext()
  const spying = {
    ...compilers,
    templates: (_: unknown, pointer: string, scope: unknown) => {
      scopes.push([pointer, scope])
      return []
    },
  }
  const steps = [{ use: 's3.block-public-access', with: { bucket: 'logs' } }]
  messages(steps, rule, { compilers: spying })
  messages(steps, playbook, { compilers: spying })
  expect(scopes).toEqual([
    ['/steps/0/with', { parameters: [], playbook: false }],
    ['/steps/0/with', { parameters: ['days'], playbook: true }],
  ])
})
