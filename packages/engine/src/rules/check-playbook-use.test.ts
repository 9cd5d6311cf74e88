import { describe, expect, it } from 'vitest'
import type { Parameter, Playbook } from '../contracts/documents/playbook.js'
import type { JsonObject } from '../contracts/json.js'
import { sampleContext } from '../testing/sample-context.js'
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
