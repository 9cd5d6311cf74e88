import { describe, expect, it } from 'vitest'
import type { Rule } from '../contracts/documents/rules.js'
import type { Finding } from '../contracts/finding.js'
import { decideOne } from '../testing/decide-sample.js'
import { samplePlaybook } from '../testing/sample-project.js'

const close: Rule = { id: 'close', match: { control: 'EC2.2' }, steps: [{ use: 'playbook' }] }

describe('playbooks', () => {
  const days = { type: 'integer', description: 'Days.', minimum: 1, maximum: 365, securityHub: 'days' } as const
  const step = { use: 's3.block-public-access', with: { days: '${parameters.days}' } }
  const playbook = samplePlaybook({ parameters: { days: { ...days, default: 90 } }, steps: [step] })
  const daysOf = (rule: Rule, finding: Partial<Finding>) => decideOne({ rules: [rule], playbooks: [playbook] }, finding)
  const given: Rule = { ...close, steps: [{ use: 'playbook', with: { days: 30 } }] }

  it.each<readonly [string, Rule, Partial<Finding>, number]>([
    ['the rule', given, { controlParameters: { days: ['60'] } }, 30],
    ['the control’s own parameter', close, { controlParameters: { days: ['60'] } }, 60],
    ['the default', close, {}, 90],
  ])('take a parameter from %s', (_, rule, finding, value) => {
    expect(daysOf(rule, finding).steps[0]?.with).toEqual({ days: value })
  })

  it.each([[['sixty']], [['60', '61']], [[]], [['0']], [['366']], [['6e1']]])(
    'are held for a parameter %j in the finding that does not fit',
    (texts) => expect(daysOf(close, { controlParameters: { days: texts } }).skipped).toBe('parameter'),
  )

  it('are written out whole or not at all', () => {
    const half = samplePlaybook({
      steps: [...samplePlaybook().steps, { use: 'finding.note', with: { text: '${finding.company}' } }],
    })
    const decision = decideOne({ rules: [close], playbooks: [half] }, { company: null })
    expect(decision.steps).toEqual([])
    expect(decision.held[0]?.message).toBe('`finding.note` needs `finding.company`, which has no value here')
  })

  it('are found by what they match for a finding without a control', () => {
    const own = samplePlaybook({ id: 'probe', match: { types: { prefix: 'Recon' } } })
    const decision = decideOne(
      { rules: [{ ...close, match: { product: 'aws/guardduty' } }], playbooks: [samplePlaybook(), own] },
      { control: null, product: 'aws/guardduty', types: ['Recon:EC2/Portscan'] },
    )
    expect(decision.steps.map((each) => each.playbook)).toEqual(['probe'])
  })

  it('hold a guide for a person, with what is known filled in, and send it where the project says', () => {
    const guided = samplePlaybook({ steps: [], guide: ['Open ${resource.name}.', 'Ask ${resource.tags.owner}.'] })
    const project = {
      guided: { channel: 'secops' },
      channels: { secops: { type: 'slack', url: 'https://example.com/hook' } },
    } as const
    const decision = decideOne({ project, rules: [close], playbooks: [guided] })
    expect(decision.held).toEqual([
      {
        rule: 'close',
        code: 'guided',
        message: 'playbook `EC2.2` is for a person to follow',
        guide: ['Open sg-0123.', 'Ask <resource.tags.owner>.'],
      },
    ])
    expect(decision.steps.map(({ use, with: params }) => [use, params['text']])).toEqual([
      ['notify.webhook', 'Default security groups are closed\n1. Open sg-0123.\n2. Ask <resource.tags.owner>.'],
    ])
  })

  it('end the list where they are held, so that no message tells of what did not happen', () => {
    const rule: Rule = { ...close, steps: [{ use: 'playbook' }, { use: 'finding.note', with: { text: 'closed' } }] }
    expect(decideOne({ rules: [rule], playbooks: [samplePlaybook({ steps: [] })] }).steps).toEqual([])
  })
})

describe('the steps of a rule', () => {
  const note = (text: string) => ({ use: 'finding.note', with: { text } })
  const playbooks = [samplePlaybook()]

  it('are written out in their order, playbooks among them', () => {
    const rule: Rule = {
      ...close,
      steps: [note('${rule.id}'), { use: 'playbook' }, note('${playbook.title} in ${finding.account}')],
    }
    expect(
      decideOne({ rules: [rule], playbooks }).steps.map(({ use, playbook, with: params }) => [use, playbook, params]),
    ).toEqual([
      ['finding.note', null, { text: 'close' }],
      ['ec2.revoke-security-group-rules', 'EC2.2', { groupId: 'sg-0123', rules: 'all' }],
      ['finding.note', null, { text: 'Default security groups are closed in 123456789012' }],
    ])
  })

  it('end where one cannot be written out', () => {
    const rule: Rule = { ...close, steps: [note('one'), note('${finding.criticality}'), note('three')] }
    const decision = decideOne({ rules: [rule] })
    expect(decision.steps.map(({ with: params }) => params)).toEqual([{ text: 'one' }])
    expect(decision.held).toEqual([
      {
        rule: 'close',
        code: 'template',
        message: '`finding.note` needs `finding.criticality`, which has no value here',
        guide: [],
      },
    ])
  })

  it.each<readonly [string, string, string]>([
    ['playbook/EC2.2@2', 'no-playbook', 'playbook `EC2.2` has version 1.2.0, not 2'],
    ['playbook/EC2.9', 'no-playbook', 'there is no playbook `EC2.9`'],
    ['playbook/EC2.2@x', 'no-playbook', '`playbook/EC2.2@x` is no reference to a playbook'],
    ['s3.unheard-of', 'unknown-action', 'there is no action `s3.unheard-of`'],
  ])('are held for `%s`', (use, code, message) => {
    expect(decideOne({ rules: [{ ...close, steps: [{ use }] }], playbooks }).held).toEqual([
      { rule: 'close', code, message, guide: [] },
    ])
  })

  it.each(['playbook/EC2.2', 'playbook/EC2.2@1'])('may name a playbook: `%s`', (use) => {
    const retired = [samplePlaybook({ status: 'retired' })]
    expect(decideOne({ rules: [{ ...close, steps: [{ use }] }], playbooks: retired }).rules).toEqual(['close'])
  })
})
