import { describe, expect, it } from 'vitest'
import { answerWith } from '../testing/answer-with.js'
import { applyOnce } from '../testing/apply-once.js'
import { fakeEc2 } from '../testing/ec2.js'
import type { Ec2NetworkAclEntry } from '../testing/ec2-state.js'
import { inProcessAws } from '../testing/in-process-aws.js'
import { keepsTheLaws } from '../testing/laws.js'
import { planOf } from '../testing/plan-of.js'
import { removeNetworkAclEntries } from './remove-network-acl-entries.js'

const aclWith = (...entries: Ec2NetworkAclEntry[]) =>
  inProcessAws({ '123456789012': { 'eu-west-1': { ec2: { networkAcls: { 'acl-1': { entries } } } } } })

const params = { networkAclId: 'acl-1' }
const ssh = { ruleNumber: 90, protocol: '6', cidrIpv4: '0.0.0.0/0', fromPort: 22, toPort: 22 }
const rdp6 = { ruleNumber: 91, protocol: '17', cidrIpv6: '::/0', fromPort: 3000, toPort: 4000 }
const everything = { ruleNumber: 100, protocol: '-1', cidrIpv4: '0.0.0.0/0' }
const web = { ruleNumber: 110, protocol: '6', cidrIpv4: '0.0.0.0/0', fromPort: 443, toPort: 443 }
const office = { ruleNumber: 120, protocol: '6', cidrIpv4: '192.0.2.0/24', fromPort: 22, toPort: 22 }
const ping = { ruleNumber: 130, protocol: '1', cidrIpv4: '0.0.0.0/0', icmp: { type: 8, code: 0 } }
const out = { ruleNumber: 100, egress: true, protocol: '-1', cidrIpv4: '0.0.0.0/0' }
const last = { ruleNumber: 32_767, action: 'deny', protocol: '-1', cidrIpv4: '0.0.0.0/0' } as const

keepsTheLaws(removeNetworkAclEntries, params, {
  open: {
    'an ACL that allows everything': () => aclWith(everything, out, last),
    'an ACL open for SSH and, over IPv6, RDP, with others beside': () => aclWith(last, office, web, rdp6, ping, ssh),
  },
  closed: {
    'an ACL that only denies': () => aclWith(last),
    'an ACL open on other ports, for one network, for ping and outwards': () => aclWith(web, office, ping, out, last),
    'an ACL that denies SSH to all': () => aclWith({ ...ssh, action: 'deny' }, last),
  },
})

describe('an entry that is removed', () => {
  it('is the inbound one, though an outbound one has its number', async () => {
    const world = aclWith(everything, out)
    const { undo } = await applyOnce(removeNetworkAclEntries, params, world)
    const deletion = { NetworkAclId: 'acl-1', RuleNumber: 100, Egress: false }
    expect(world.calls.filter((call) => call.writes).map((call) => call.input)).toEqual([deletion])
    await undo()
    expect(world.state).toMatchObject({
      '123456789012': { 'eu-west-1': { ec2: { networkAcls: { 'acl-1': { entries: [out, everything] } } } } },
    })
  })

  it('comes back with ports and number', async () => {
    const world = aclWith(rdp6)
    const { undo } = await applyOnce(removeNetworkAclEntries, params, world)
    await undo()
    const entries = [{ ...rdp6, action: 'allow', egress: false }]
    expect(world.state).toMatchObject({
      '123456789012': { 'eu-west-1': { ec2: { networkAcls: { 'acl-1': { entries } } } } },
    })
  })
})

it('judges by other ports where they are given', async () => {
  const planned = await planOf(removeNetworkAclEntries, { ...params, ports: [443] }, aclWith(ssh, web))
  expect(planned).toMatchObject({ after: { entries: [{ ruleNumber: 90 }] } })
})

describe('the default ACL of a VPC', () => {
  const standard = () =>
    inProcessAws({
      '123456789012': {
        'eu-west-1': { ec2: { networkAcls: { 'acl-1': { isDefault: true, entries: [everything] } } } },
      },
    })
  it('is refused', async () => {
    expect(await planOf(removeNetworkAclEntries, params, standard())).toEqual({
      kind: 'refused',
      code: 'DEFAULT_ACL',
      message: 'network ACL `acl-1` is the default one of its VPC',
    })
  })
  it('is changed where it is asked for', async () => {
    const planned = await planOf(removeNetworkAclEntries, { ...params, includeDefault: true }, standard())
    expect(planned).toMatchObject({ kind: 'change', after: { entries: [] } })
  })
})

it('says that an ACL is gone', async () => {
  expect(await planOf(removeNetworkAclEntries, { networkAclId: 'acl-2' }, aclWith())).toEqual({ kind: 'gone' })
})

it('does not take an empty answer for an ACL without entries', async () => {
  const world = inProcessAws({}, { fakes: [answerWith(fakeEc2, { DescribeNetworkAcls: {} })] })
  await expect(planOf(removeNetworkAclEntries, params, world)).rejects.toMatchObject({
    code: 'aws.failed',
    message: 'AWS answered without the entries of acl-1',
  })
})
