import { describe, expect, it } from 'vitest'
import type { Rule } from '../contracts/documents/rules.js'
import type { Finding } from '../contracts/finding.js'
import { prepared } from '../testing/decide-sample.js'
import { sampleFinding, sampleNow, sampleResource } from '../testing/sample-finding.js'
import { samplePlaybook, sampleProject } from '../testing/sample-project.js'
import { doubtIn, judgeRule, playbookFits } from './judge-rule.js'
import { settledFields } from './skips.js'

const unreadable = { resources: [sampleResource({ tags: null, unreadable: { tags: 'it is a number' } })] }

function judged(changes: Partial<Rule>, finding: Partial<Finding> = {}, request = false) {
  const rules = [{ id: 'r', match: { control: 'EC2.2' }, steps: [], ...changes }]
  const [rule] = prepared(sampleProject({ rules })).rules
  if (rule === undefined) throw new Error('no rule')
  const whole = sampleFinding(finding)
  const subject = { finding: whole, resource: whole.resources[0] ?? null, now: sampleNow }
  const verdict = judgeRule(rule, rule.loaded.match.judge(subject), { subject, request, settled: settledFields(whole) })
  return verdict.kind === 'held' ? [verdict.held.code, verdict.held.message, verdict.stops] : verdict.kind
}

describe('a rule', () => {
  const tag = { 'resource.tags.a': 'b' }
  const doubt = '`resource.tags.a` is unreadable: it is a number'

  it.each<readonly [string, Partial<Rule>, Partial<Finding>, unknown]>([
    ['matches', {}, {}, 'matched'],
    ['does not match', { match: { control: 'S3.1' } }, {}, 'no'],
    ['leaves alone what is resolved', {}, { workflow: 'RESOLVED' }, 'left-alone'],
    ['does not match what it would leave alone', { match: { control: 'S3.1' } }, { workflow: 'RESOLVED' }, 'no'],
    [
      'waits for a request',
      { on: 'request', stop: true },
      {},
      ['on-request', 'it only acts on request: a custom action or the command line', false],
    ],
    ['is in doubt', { match: tag }, unreadable, ['indeterminate', `its match cannot be judged: ${doubt}`, false]],
    [
      'is in doubt and stops',
      { match: tag, stop: true },
      unreadable,
      ['indeterminate', `its match cannot be judged: ${doubt}`, true],
    ],
    [
      'is vetoed',
      { unless: [tag, { control: 'EC2.2' }], stop: true },
      unreadable,
      ['unless', 'an `unless` of it holds', false],
    ],
    ['is not vetoed by what is absent', { unless: [tag] }, {}, 'matched'],
    [
      'is vetoed by doubt',
      { unless: [{ control: 'S3.1' }, tag], stop: true },
      unreadable,
      ['unless-indeterminate', `an \`unless\` of it cannot be judged: ${doubt}`, true],
    ],
    ['does not match, doubt or not, where a part of it says no', { match: tag, when: false }, unreadable, 'no'],
    [
      'leaves alone what has an unreadable workflow',
      {},
      { workflow: null, unreadable: { workflow: 'x' } },
      'left-alone',
    ],
    [
      'is vetoed though in doubt',
      { match: tag, unless: [{ control: 'EC2.2' }], stop: true },
      unreadable,
      ['unless', 'an `unless` of it holds', false],
    ],
    ['does not match by its `when`', { when: false }, {}, 'no'],
    [
      'is held by a `when` in doubt',
      { when: { '==': [{ var: 'finding.criticality' }, 1] } },
      {},
      ['when-indeterminate', 'its `when` cannot be judged: `finding.criticality` is absent', false],
    ],
  ])('%s', (_, rule, finding, verdict) => expect(judged(rule, finding)).toEqual(verdict))

  it('acts on request', () => {
    expect(judged({ on: 'request' }, {}, true)).toBe('matched')
    expect(judged({ on: 'request' }, { arrival: 'custom-action' })).toBe('matched')
  })
})

describe('a playbook', () => {
  const fits = (changes: Parameters<typeof samplePlaybook>[0], finding: Partial<Finding> = {}) => {
    const loaded = sampleProject({ playbooks: [samplePlaybook(changes)] }).playbooks.get('EC2.2')
    const whole = sampleFinding(finding)
    return (
      loaded !== undefined &&
      playbookFits(loaded, { finding: whole, resource: whole.resources[0] ?? null, now: sampleNow })
    )
  }

  it('fits when its match holds and no `unless` does or may', () => {
    expect(fits({ unless: [{ region: 'eu-west-2' }] })).toBe(true)
    expect(fits({ match: { region: 'eu-west-2' } })).toBe(false)
    expect(fits({ match: { 'resource.tags.a': 'b' } }, unreadable)).toBe(false)
    expect(fits({ unless: [{ region: 'eu-west-1' }] })).toBe(false)
    expect(fits({ unless: [{ 'resource.tags.a': 'b' }] }, unreadable)).toBe(false)
  })
})

it('a doubt is found inside `any`, and is called unknown where there is none', () => {
  const leaf = {
    field: 'title',
    wanted: 'x',
    found: null,
    from: null,
    truth: 'unknown',
    detail: 'too long',
    children: [],
  } as const
  expect(doubtIn([{ ...leaf, field: 'any', detail: null, children: [{ ...leaf, truth: 'no' }, leaf] }])).toBe(
    '`title` is too long',
  )
  expect(doubtIn([])).toBe('unknown')
})
