import type { Decision } from '@redress/engine'
import { describe, expect, it } from 'vitest'
import { openGroup } from '../testing/sample-plan.js'
import { createTextPrinter } from './decide-printer.js'
import { createTextMaker } from './decide-text.js'
import type { TextOptions } from './plan-text.js'
import { plain } from './style.js'

const acting: Decision = {
  finding: openGroup.finding,
  target: openGroup.target,
  account: '123456789012',
  region: 'eu-west-1',
  partition: 'aws',
  control: 'EC2.2',
  rules: ['close', 'lower'],
  exception: null,
  steps: [
    { rule: 'close', playbook: 'EC2.2', use: 'ec2.x', with: {}, mode: 'apply', breaks: null, overriddenBy: null },
    {
      rule: 'close',
      playbook: null,
      use: 'finding.set-severity',
      with: { label: 'LOW' },
      mode: 'apply',
      breaks: null,
      overriddenBy: 'lower',
    },
  ],
  held: [],
  skipped: null,
}
const guided: Decision = {
  ...acting,
  control: 'IAM.6',
  steps: [],
  held: [{ rule: 'tell', code: 'guided', message: 'the playbook is for a person', guide: ['do it'] }],
  skipped: 'guided',
}
const left: Decision = { ...acting, rules: [], steps: [], skipped: 'no-rule' }

function decideText(decisions: readonly Decision[], options: TextOptions): string {
  const printed: string[] = []
  const maker = createTextMaker(options)
  for (const decision of decisions) maker.add(decision)
  const printer = createTextPrinter((text) => printed.push(text), options)
  printer.add(maker.take())
  printer.end([])
  return printed.join('')
}

describe('decisions as text', () => {
  it('tells what acts, what is held and what is left alone', () => {
    expect(decideText([acting, guided, left, { ...left, control: null }], { width: 100, style: plain })).toBe(
      `EC2.2  VPC default security groups should not allow inbound or outbound traffic
  ${openGroup.target}
  close     ec2.x                                       {}              mode apply
  close     finding.set-severity (overridden by lower)  { label: LOW }  mode apply

IAM.6  VPC default security groups should not allow inbound or outbound traffic
  ${openGroup.target}
  tell      guided    the playbook is for a person

Left alone
  2         no-rule   no rule matches  EC2.2

4 decisions: 1 to act on, 1 for a person, 2 left alone
`,
    )
  })

  it('quotes what a message says, with its line breaks', () => {
    const topicArn = 'arn:aws:sns:eu-west-1:123456789012:secops'
    const step = {
      rule: 'tell',
      playbook: null,
      use: 'notify.sns',
      mode: 'apply',
      breaks: null,
      overriddenBy: null,
    } as const
    const message = { ...step, with: { topicArn, subject: 'Closed', text: '1. one\n2. two' } }
    expect(decideText([{ ...acting, steps: [message] }], { width: 100, style: plain })).toContain(`
  tell      notify.sns  says:     mode apply
    │ to ${topicArn}
    │ Closed
    │
    │ 1. one
    │ 2. two
`)
  })

  it('names a finding without title or resource by its id', () => {
    const bare = {
      ...acting,
      control: null,
      target: null,
      finding: { ...acting.finding, title: null, id: 'f\u001b[2J' },
    }
    expect(decideText([bare], { width: 100, style: plain })).toContain('f\\u001b[2J\n  no resource\n')
  })
})
