import { describe, expect, it } from 'vitest'
import type { Exception } from '../contracts/documents/exceptions.js'
import type { Rule } from '../contracts/documents/rules.js'
import type { Finding } from '../contracts/finding.js'
import { createMatchSet } from '../match/create-match-set.js'
import { sampleFinding, sampleNow, sampleResource } from '../testing/sample-finding.js'
import { sampleActions, sampleException, samplePlaybook, sampleProject } from '../testing/sample-project.js'
import { decide } from './decide.js'
import { prepare } from './prepare.js'

const close: Rule = { id: 'close', match: { control: 'EC2.2' }, steps: [{ use: 'playbook' }] }
const actions = sampleActions('ec2.revoke-security-group-rules', 'finding.suppress', 'finding.set-workflow')

function decided(finding: Partial<Finding>, ...exceptions: readonly Exception[]) {
  const project = sampleProject({ rules: [close], playbooks: [samplePlaybook()], exceptions })
  const facts = { mode: 'apply', now: sampleNow, request: false } as const
  return decide(sampleFinding(finding), prepare(project, actions, createMatchSet), facts)
}

const other = sampleResource({ id: 'sg-2', name: 'sg-2' })
const onlyFirst = sampleException({ match: { 'resource.name': 'sg-0123' } })
const note = {
  text: '[redress exception=bastion was=NOTIFIED until=2027-03-31] Reviewed (network-team)',
  updatedBy: 'redress',
}

describe('an exception in force', () => {
  it('suppresses the finding with a note and blocks every remediation', () => {
    const [decision] = decided({}, sampleException())
    expect(decision).toMatchObject({
      exception: 'bastion',
      rules: ['exception:bastion'],
      skipped: 'exception',
      held: [],
    })
    expect(decision?.steps).toEqual([
      {
        rule: 'exception:bastion',
        playbook: null,
        use: 'finding.suppress',
        with: { note: '[redress exception=bastion was=NEW until=2027-03-31] Reviewed quarterly (network-team, SEC-1)' },
        mode: 'apply',
        breaks: null,
        overriddenBy: null,
      },
    ])
  })

  it.each<readonly [string, Partial<Finding>]>([
    ['suppressed already', { workflow: 'SUPPRESSED' }],
    ['resolved', { workflow: 'RESOLVED' }],
    ['archived', { record: 'ARCHIVED' }],
    ['passed', { compliance: 'PASSED' }],
    ['of an unreadable workflow', { workflow: null, unreadable: { workflow: 'it is a number' } }],
  ])('leaves a finding as it is that is %s', (_, finding) => {
    expect(decided(finding, sampleException())).toMatchObject([
      { exception: 'bastion', skipped: 'exception', steps: [] },
    ])
  })

  it('suppresses only a finding of which every target is excepted', () => {
    const both = decided({ resources: [sampleResource(), other] }, onlyFirst)
    expect(both.map(({ exception, skipped, steps }) => [exception, skipped, steps.map(({ use }) => use)])).toEqual([
      ['bastion', 'exception', []],
      [null, null, ['ec2.revoke-security-group-rules']],
    ])
  })

  it('suppresses no finding with a target of another account', () => {
    const foreign = sampleResource({ account: '111122223333' })
    const both = decided({ resources: [sampleResource(), foreign] }, sampleException())
    expect(both.map(({ steps }) => steps)).toEqual([[], []])
  })

  it('suppresses a finding once, on its first target', () => {
    const both = decided({ resources: [sampleResource(), other] }, sampleException())
    expect(both.map(({ steps }) => steps.length)).toEqual([1, 0])
  })

  it('that cannot be judged blocks, and suppresses nothing', () => {
    const resources = [sampleResource({ tags: null, unreadable: { tags: 'it is a number' } })]
    const [decision] = decided({ resources }, sampleException({ match: { 'resource.tags.a': 'b' } }))
    expect(decision).toMatchObject({ exception: 'bastion', skipped: 'exception', steps: [] })
    expect(decision?.held).toEqual([
      {
        rule: 'exception:bastion',
        code: 'exception-indeterminate',
        message:
          'the exception cannot be judged, so nothing is changed: `resource.tags.a` is unreadable: it is a number',
        guide: [],
      },
    ])
  })

  it('holds through its last day and not a millisecond longer', () => {
    const at = (expires: string) => decided({}, sampleException({ expires }))[0]?.exception
    expect([at('2026-11-21'), at('2026-11-20')]).toEqual(['bastion', null])
  })
})

describe('an exception that has ended', () => {
  const suppressed = { workflow: 'SUPPRESSED', note } as const

  it.each<readonly [string, readonly Exception[], string]>([
    ['removed', [], 'was removed'],
    ['expired', [sampleException({ expires: '2026-11-20' })], 'expired after 2026-11-20'],
    ['narrowed', [sampleException({ match: { control: 'S3.1' } })], 'does not cover every resource any more'],
  ])('because it was %s sets the finding back, loudly', (_, exceptions, why) => {
    const [decision] = decided(suppressed, ...exceptions)
    expect(decision?.steps.map(({ rule, use, with: params }) => ({ rule, use, params }))).toEqual([
      {
        rule: 'exception:bastion',
        use: 'finding.set-workflow',
        params: {
          workflow: 'NOTIFIED',
          note: `[redress] exception bastion ${why}; the workflow goes back to NOTIFIED`,
        },
      },
    ])
    expect(decision?.held).toEqual([
      {
        rule: 'exception:bastion',
        code: 'exception-ended',
        message: `exception \`bastion\` ${why}; the workflow goes back to NOTIFIED`,
        guide: [],
      },
    ])
    expect(decision?.skipped).toBeNull()
  })

  it('for one of several targets sets the finding back', () => {
    const both = decided({ ...suppressed, resources: [other, sampleResource()] }, onlyFirst)
    expect(both.map(({ steps }) => steps.map(({ use }) => use))).toEqual([['finding.set-workflow'], []])
  })

  it('has not ended for a target that is skipped for another reason', () => {
    const foreign = sampleResource({ account: '111122223333' })
    const both = decided({ ...suppressed, resources: [sampleResource(), foreign] }, sampleException())
    expect(both.map(({ steps, skipped }) => [steps, skipped])).toEqual([
      [[], 'exception'],
      [[], 'account-mismatch'],
    ])
  })

  it('stays where another exception covers the finding', () => {
    expect(decided(suppressed, sampleException({ id: 'new-one' }))[0]?.steps).toEqual([])
  })

  it.each<readonly [string, Partial<Finding>]>([
    ['suppressed by a person', { workflow: 'SUPPRESSED', note: { text: 'not ours', updatedBy: 'me' } }],
    ['suppressed without a note', { workflow: 'SUPPRESSED' }],
    ['no longer suppressed', { workflow: 'NEW', note, compliance: 'PASSED' }],
    ['archived', { workflow: 'SUPPRESSED', record: 'ARCHIVED', note }],
  ])('touches no finding that is %s', (_, finding) => {
    expect(decided(finding)[0]?.steps).toEqual([])
  })
})
