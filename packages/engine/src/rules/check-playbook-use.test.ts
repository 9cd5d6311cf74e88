import { describe, expect, it } from 'vitest'
import type { Parameter, Playbook } from '../contracts/documents/playbook.js'
import type { JsonObject } from '../contracts/json.js'
import { sampleContext } from '../testing/sample-context.js'
import { fileActions } from '../testing/sample-files.js'
import { checkNamedPlaybook, checkPlaybooksOfControls } from './check-playbook-use.js'

const playbook = (id: string, controls: readonly string[], parameters: { [name: string]: Parameter }): Playbook => ({
  apiVersion: 'redress/v1',
  kind: 'Playbook',
  id,
  version: '2.1.0',
  title: 'T',
  status: 'stable',
  why: 'W',
  impact: { level: 'safe', breaks: 'Nothing.' },
  match: { control: controls },
  parameters,
  steps: [],
  guide: ['Do it.'],
  falsePositives: [],
  references: [],
})
const days: Parameter = { type: 'integer', description: 'D.' }
const playbooks = new Map(
  [playbook('plain', ['S3.8'], {}), playbook('needy', ['S3.9', 'S3.13'], { days })].map((each) => [each.id, each]),
)
const context = sampleContext({ playbooks })
const unread = sampleContext({ playbooks, incomplete: new Set(['Playbook']) })
const step = (given: JsonObject = {}) => ({ pointer: '/s', given, source: () => null })
const partial = new Map(
  [
    { ...playbook('able', ['S3.1'], {}), steps: [{ use: 's3.block-public-access' }, { use: 'notify.channel' }] },
    { ...playbook('unable', ['EC2.2'], {}), steps: [{ use: 'ec2.close' }, { use: 'ec2.close' }] },
  ].map((each) => [each.id, each]),
)
const messages = (list: readonly { readonly pointer: string; readonly message: string }[]) =>
  list.map(({ pointer, message }) => `${pointer} ${message}`)

describe('a playbook by its id', () => {
  it.each<[string, number | null, JsonObject, readonly string[]]>([
    ['plain', 2, {}, []],
    ['plain', null, {}, []],
    ['plain', 1, {}, ['/s/use playbook `plain` has version 2.1.0, not 1']],
    ['plane', 2, {}, ['/s/use unknown playbook `plane`']],
    ['plain', 2, { x: 1 }, ['/s/with/x the key `x` is not known here']],
    ['needy', 2, {}, ['/s/with `days` is missing']],
    ['needy', 2, { days: 1 }, []],
  ])('%s@%s with %j', (id, major, given, expected) => {
    expect(messages(checkNamedPlaybook(id, major, step(given), context))).toEqual(expected)
  })

  it('may be one that could not be read', () => {
    expect(checkNamedPlaybook('plane', 2, step(), unread)).toEqual([])
  })
})

describe('a playbook whose actions are not all given', () => {
  const lacking = '/s/use playbook `unable` uses the action `ec2.close`, which is not among those given'
  const few = sampleContext({ playbooks: partial, actions: new Map(fileActions.map((each) => [each.name, each])) })

  it('is a problem of a rule that names it', () => {
    const problems = checkNamedPlaybook('unable', null, step(), few)
    expect(messages(problems)).toEqual([lacking])
    expect(problems[0]).toMatchObject({
      code: 'rules.unknown-action',
      hint: 'give the engine this action too, or take the playbook out of the rule',
    })
    expect(checkNamedPlaybook('able', null, step(), few)).toEqual([])
  })

  it.each<[JsonObject, readonly string[]]>([
    [{ control: 'EC2.2' }, [lacking]],
    [{ control: ['S3.1', 'EC2.2'] }, [lacking]],
    [{ control: 'S3.1' }, []],
    [{ severity: 'HIGH' }, []],
  ])('is a problem of a rule whose controls have it: %j', (match, expected) => {
    expect(messages(checkPlaybooksOfControls(match, step(), few))).toEqual(expected)
  })
})

describe('the playbook of the control', () => {
  it.each<[JsonObject, JsonObject, readonly string[]]>([
    [{ control: 'S3.8' }, {}, []],
    [{ control: 'S3.13' }, {}, ['/s/with `days` is missing']],
    [{ control: ['S3.9', 'S3.13'] }, { days: 1 }, []],
    [{ control: ['S3.8', 'S3.9'] }, { days: 'x' }, ['/s/with/days `days` must be a whole number, and is text']],
    [{ control: ['S3.8', 'S3.9'] }, { days: 1, x: 1 }, ['/s/with/x no playbook has the parameter `x`']],
    [{ control: ['S3.8', 'EC2.2'] }, {}, ['/s/use no playbook is for the control `EC2.2`']],
    [{ control: { prefix: 'S3.' } }, { days: 1 }, []],
    [{}, { dayz: 1 }, ['/s/with/dayz no playbook has the parameter `dayz`']],
  ])('of a rule for %j with %j', (match, given, expected) => {
    expect(messages(checkPlaybooksOfControls(match, step(given), context))).toEqual(expected)
  })

  it('may be one that could not be read', () => {
    expect(checkPlaybooksOfControls({ control: 'EC2.2' }, step(), unread)).toEqual([])
  })
})
