import type { Change } from '@redress/engine'
import { describe, expect, it } from 'vitest'
import { openBucket, openGroup } from '../testing/sample-plan.js'
import { changeTitles } from './change-titles.js'

const message: Change = { ...openGroup, use: 'notify.sns', summary: 'publish a message on topic secops' }
const resolve: Change = {
  ...openGroup,
  use: 'finding.set-workflow',
  summary: 'set the workflow of the finding to RESOLVED',
  target: openGroup.finding.id,
}
const region: Change = {
  ...openGroup,
  summary: 'encrypt new EBS volumes by default',
  target: 'AWS::::Account:123456789012',
}

describe('changeTitles', () => {
  it('leaves a summary that names its target as it is', () => {
    expect(changeTitles([openGroup, openBucket])).toEqual([openGroup.summary, openBucket.summary])
  })

  it('names what a message tells of, and the resource of a finding that is changed', () => {
    expect(changeTitles([openGroup, resolve, message])).toEqual([
      openGroup.summary,
      'set the workflow of the finding to RESOLVED (EC2.2 sg-0123456789abcdef0)',
      'publish a message on topic secops (EC2.2 sg-0123456789abcdef0)',
    ])
  })

  it('names the control where the finding has no resource among the changes', () => {
    expect(changeTitles([resolve])).toEqual(['set the workflow of the finding to RESOLVED (EC2.2)'])
  })

  it('names the control of a message about an account, and the finding where there is no control', () => {
    const account = { ...message, target: 'AWS::::Account:123456789012' }
    const title = 'CVE-2026-0001 in a package of a container image that is far too long to be read'
    const lower = { ...resolve, control: null, finding: { ...resolve.finding, title } }
    expect(changeTitles([account, lower])).toEqual([
      'publish a message on topic secops (EC2.2)',
      'set the workflow of the finding to RESOLVED (CVE-2026-0001 in a package of a container image that is far…)',
    ])
  })

  it('names the Region where two would read the same', () => {
    expect(changeTitles([region, { ...region, region: 'us-east-1' }])).toEqual([
      'encrypt new EBS volumes by default in eu-west-1',
      'encrypt new EBS volumes by default in us-east-1',
    ])
    expect(changeTitles([region, { ...region, account: '111122223333' }])).toEqual([region.summary, region.summary])
  })

  it.each([
    ['arn:aws:s3:::logs/2026/a:b.txt', 'logs/2026/a:b.txt'],
    ['arn:aws:iam::123456789012:user/team/alice', 'alice'],
    ['arn:aws:rds:eu-west-1:123456789012:db:orders', 'orders'],
    ['i-0123', 'i-0123'],
  ])('calls %s %s', (target, name) => {
    expect(changeTitles([{ ...message, control: null, target }])).toEqual([`${message.summary} (${name})`])
  })

  it('writes out what a target could do to a terminal', () => {
    expect(changeTitles([{ ...message, control: null, target: 'a\u001b[2J' }])).toEqual([
      `${message.summary} (a\\u001b[2J)`,
    ])
  })
})
