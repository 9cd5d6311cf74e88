import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Rule } from '../contracts/documents/rules.js'
import { prepared } from '../testing/decide-sample.js'
import { sampleFinding, sampleNow, sampleResource } from '../testing/sample-finding.js'
import { sampleException, samplePlaybook, sampleProject } from '../testing/sample-project.js'
import { explain, nearMisses } from './explain.js'
import { judgeRule } from './judge-rule.js'
import { settledFields } from './skips.js'

const rule: Rule = {
  id: 'close',
  match: { control: 'EC2.2', severity: { 'at-least': 'CRITICAL' }, 'resource.tags.Environment': 'dev' },
  unless: [{ 'resource.tags.keep': { exists: true } }],
  when: { '>=': [{ var: 'finding.ageDays' }, 2] },
  on: 'request',
  steps: [{ use: 'playbook' }],
}
const project = sampleProject({
  rules: [rule],
  playbooks: [samplePlaybook({ unless: [{ 'resource.name': 'sg-0123' }] })],
  exceptions: [sampleException({ match: { control: 'S3.1' }, expires: '2026-11-20' })],
})
const loaded = prepared(project)
const asked = { now: sampleNow, request: true }
const fieldsOf = (id: string) =>
  explain(sampleFinding(), id, loaded, asked).map(({ clauses }) =>
    clauses.map(({ field, truth }) => `${field} ${truth}`),
  )

describe('explaining a rule', () => {
  it('judges every clause, also what it keeps to by default', () => {
    expect(fieldsOf('close')).toEqual([
      [
        'control yes',
        'severity no',
        'resource.tags.Environment yes',
        'workflow yes',
        'record yes',
        'compliance yes',
        'on yes',
        'unless yes',
        'when yes',
      ],
    ])
  })

  it('names the first clause that fails, and counts them', () => {
    expect(
      explain(sampleFinding({ workflow: 'RESOLVED' }), 'close', loaded, { ...asked, request: false }),
    ).toMatchObject([
      {
        rule: 'close',
        target: sampleResource().id,
        truth: 'no',
        missedBy: 3,
        exception: null,
        firstFailing: { field: 'severity', wanted: { 'at-least': 'CRITICAL' }, found: 'HIGH', from: 'Severity.Label' },
        clauses: [
          {},
          {},
          {},
          { field: 'workflow', found: 'RESOLVED', detail: 'asked by default' },
          {},
          {},
          { field: 'on', detail: 'not requested' },
          {},
          {},
        ],
      },
    ])
  })

  it('shows what vetoes', () => {
    const resources = [sampleResource({ tags: { Environment: 'dev', keep: 'yes' } })]
    const [explanation] = explain(sampleFinding({ severity: 'CRITICAL', resources }), 'close', loaded, asked)
    expect(explanation?.firstFailing).toMatchObject({
      field: 'unless',
      truth: 'no',
      detail: 'vetoes',
      children: [{ field: 'resource.tags.keep', found: 'yes', truth: 'yes' }],
    })
  })

  it('has a clause for a target that nothing may be done to', () => {
    const resources = [sampleResource({ account: '111122223333' })]
    const [explanation] = explain(sampleFinding({ severity: 'CRITICAL', resources }), 'close', loaded, asked)
    expect(explanation?.firstFailing).toMatchObject({ field: 'target', truth: 'no', detail: 'account-mismatch' })
  })

  it('names the exception in force', () => {
    const covered = prepared(sampleProject({ rules: [rule], exceptions: [sampleException()] }))
    expect(explain(sampleFinding(), 'close', covered, asked)[0]?.exception).toBe('bastion')
  })

  it('agrees with deciding', () => {
    const tags = fc.constantFrom(
      { tags: { Environment: 'dev' } },
      { tags: { Environment: 'dev', keep: 'x' } },
      { tags: null, unreadable: { tags: 'bad' } },
    )
    const changes = fc.record({
      severity: fc.constantFrom('CRITICAL', 'LOW', null),
      workflow: fc.constantFrom('NEW', 'SUPPRESSED'),
      firstObserved: fc.constantFrom('2026-11-01T00:00:00.000Z', '2026-11-20T12:00:00.000Z', null),
      created: fc.constant(null),
    })
    const [only] = loaded.rules
    if (only === undefined) throw new Error('no rule')
    fc.assert(
      fc.property(changes, tags, fc.boolean(), (finding, resource, request) => {
        const resources = [sampleResource(resource)]
        const whole = sampleFinding({ ...finding, resources })
        const subject = { finding: whole, resource: resources[0] ?? null, now: sampleNow }
        const asked = { subject, request, settled: settledFields(whole) }
        const verdict = judgeRule(only, only.loaded.match.judge(subject), asked)
        const [explanation] = explain(whole, 'close', loaded, { now: sampleNow, request })
        expect(explanation?.truth === 'yes').toBe(verdict.kind === 'matched')
        expect(explanation?.missedBy === 0).toBe(verdict.kind === 'matched')
      }),
    )
  })
})

describe('explaining something else', () => {
  it('tells of a playbook', () => {
    expect(fieldsOf('EC2.2')).toEqual([['control yes', 'compliance yes', 'resource.type yes', 'unless no']])
  })

  it('tells of an exception, by either name', () => {
    expect(fieldsOf('bastion')).toEqual([['control no', 'expires no']])
    expect(fieldsOf('exception:bastion')).toEqual([['control no', 'expires no']])
  })

  it('is empty for what there is not', () => expect(fieldsOf('toString')).toEqual([]))
})

describe('near misses', () => {
  it('are the rules that one clause keeps from holding', () => {
    const near: Rule = { id: 'near', match: { control: 'EC2.2', region: 'eu-west-2' }, steps: [] }
    const far: Rule = { id: 'far', match: { control: 'S3.1', region: 'eu-west-2' }, steps: [] }
    const hit: Rule = { id: 'hit', match: { control: 'EC2.2' }, steps: [] }
    const found = nearMisses(sampleFinding(), prepared(sampleProject({ rules: [far, near, hit] })), sampleNow)
    expect(found.map((each) => [each.rule, each.firstFailing?.field])).toEqual([['near', 'region']])
  })
})
