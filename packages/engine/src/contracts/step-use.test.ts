import { expect, it } from 'vitest'
import { onlyNotifies, parseUse } from './step-use.js'

it.each([
  ['playbook', { kind: 'playbook-of-control' }],
  ['playbook/EC2.2@1', { kind: 'playbook', id: 'EC2.2', major: 1 }],
  ['playbook/close-default-groups', { kind: 'playbook', id: 'close-default-groups', major: null }],
  ['playbook/', null],
  ['playbook/EC2.2@', null],
  ['playbook/EC2.2@1.0.0', null],
  ['playbook/../x', null],
  ['notify.channel', { kind: 'channel' }],
  ['notify.sns', { kind: 'action', name: 'notify.sns' }],
  ['s3.block-public-access', { kind: 'action', name: 's3.block-public-access' }],
])('reads `%s`', (use, expected) => {
  expect(parseUse(use)).toEqual(expected)
})

it('takes every step but messages for a change', () => {
  const uses = ['notify.channel', 'notify.sns', 'finding.note', 'playbook', 'notify']
  expect(uses.filter(onlyNotifies)).toEqual(['notify.channel', 'notify.sns'])
})
