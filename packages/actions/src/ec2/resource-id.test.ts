import { Value } from '@sinclair/typebox/value'
import { expect, it } from 'vitest'
import { InstanceId, NetworkAclId, Port, SecurityGroupId, VpcId } from './resource-id.js'

it.each([
  [SecurityGroupId, 'sg-0123456789abcdef0', ['', 'sg-', 'vpc-0123', 'sg-0123 ', 'sg-0123*', 'sg-1,sg-2']],
  [InstanceId, 'i-0123456789abcdef0', ['', 'i-', 'mi-0123', 'i-*']],
  [NetworkAclId, 'acl-0123456789abcdef0', ['', 'acl-', 'sg-0123']],
  [VpcId, 'vpc-0123456789abcdef0', ['', 'vpc-', 'vpc']],
])('takes the id of its own kind and nothing else: %#', (schema, good, bad) => {
  expect(Value.Check(schema, good)).toBe(true)
  expect(bad.filter((id) => Value.Check(schema, id))).toEqual([])
})

it('takes ports from 0 to 65535', () => {
  expect([-1, 0, 22, 65_535, 65_536, 1.5].filter((port) => Value.Check(Port, port))).toEqual([0, 22, 65_535])
})
