import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerWith } from '../testing/answer-with.js'
import { applyOnce } from '../testing/apply-once.js'
import { fakeEc2 } from '../testing/ec2.js'
import type { Ec2SecurityGroupRule } from '../testing/ec2-state.js'
import { inProcessAws } from '../testing/in-process-aws.js'
import { keepsTheLaws } from '../testing/laws.js'
import { planOf } from '../testing/plan-of.js'
import { revokeSecurityGroupRules } from './revoke-security-group-rules.js'
import type { Rule } from './rule-state.js'

const worldWith = (ec2: object) => inProcessAws({ '123456789012': { 'eu-west-1': { ec2 } } })
const groupWith = (...rules: Ec2SecurityGroupRule[]) => worldWith({ securityGroups: { 'sg-1': { rules } } })
const rulesIn = (world: ReturnType<typeof groupWith>): readonly Ec2SecurityGroupRule[] => {
  const { securityGroups } = JSON.parse(JSON.stringify(world.state['123456789012']?.['eu-west-1']?.['ec2']))
  return securityGroups['sg-1'].rules
}

const sshOpen = { protocol: 'tcp', fromPort: 22, toPort: 22, cidrIpv4: '0.0.0.0/0' }
const sshOpen6 = { protocol: 'tcp', fromPort: 22, toPort: 22, cidrIpv6: '::/0' }
const sshOffice = { protocol: 'tcp', fromPort: 22, toPort: 22, cidrIpv4: '192.0.2.0/24' }
const sshList = { protocol: 'tcp', fromPort: 22, toPort: 22, prefixListId: 'pl-1' }
const webOpen = { protocol: 'tcp', fromPort: 443, toPort: 443, cidrIpv4: '0.0.0.0/0' }
const fromItself = { protocol: '-1', group: { groupId: 'sg-1', userId: '123456789012' } }
const outAll = { direction: 'egress', protocol: '-1', cidrIpv4: '0.0.0.0/0' } as const
const ssh = { groupId: 'sg-1', rules: 'open', protocol: 'tcp', ports: [22] }

keepsTheLaws(revokeSecurityGroupRules, ssh, {
  open: {
    'a group open for SSH': () => groupWith(sshOpen, outAll),
    'a group open for SSH over IPv4 and IPv6, with others beside': () =>
      groupWith(sshOpen, sshOpen6, sshOffice, webOpen, sshList, fromItself),
    'a group open for everything': () => groupWith({ protocol: '-1', cidrIpv4: '0.0.0.0/0' }),
  },
  closed: {
    'a group without rules': () => groupWith(),
    'a group open for one network, a prefix list and itself': () => groupWith(sshOffice, sshList, fromItself),
    'a group open on another port, and outwards': () => groupWith(webOpen, outAll),
  },
})

keepsTheLaws(
  revokeSecurityGroupRules,
  { groupId: 'sg-1', rules: 'all' },
  {
    open: {
      'a default group as AWS makes it': () => groupWith(fromItself, outAll),
      'a group with every kind of rule': () => groupWith(sshOpen6, sshOffice, sshList, fromItself, outAll),
    },
    closed: { 'a group without rules': () => groupWith() },
  },
)

describe('what is revoked', () => {
  it('one source of several, one at a time, by exact properties', async () => {
    const world = groupWith(sshOpen, sshOpen6, sshOffice)
    await applyOnce(revokeSecurityGroupRules, ssh, world)
    expect(rulesIn(world)).toEqual([sshOffice])
    const base = { IpProtocol: 'tcp', FromPort: 22, ToPort: 22 }
    expect(world.calls.filter((call) => call.writes).map((call) => call.input)).toEqual([
      { GroupId: 'sg-1', IpPermissions: [{ ...base, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }] },
      { GroupId: 'sg-1', IpPermissions: [{ ...base, Ipv6Ranges: [{ CidrIpv6: '::/0' }] }] },
    ])
  })

  it('comes back with description and tags', async () => {
    const world = groupWith({ ...sshOpen, description: 'for the audit', tags: { ticket: 'T-1' } }, sshOffice)
    const { undo } = await applyOnce(revokeSecurityGroupRules, ssh, world)
    await undo()
    const back = { ...sshOpen, direction: 'ingress', description: 'for the audit', tags: { ticket: 'T-1' } }
    expect(rulesIn(world)).toEqual([sshOffice, { ...back, id: expect.stringMatching(/^sgr-new/) }])
  })

  it('is found on every page of a long list', async () => {
    const networks = Array.from({ length: 1200 }, (_, index) => ({
      ...sshOffice,
      cidrIpv4: `10.${index >> 8}.${index & 255}.0/24`,
    }))
    const world = groupWith(...networks, sshOpen)
    await applyOnce(revokeSecurityGroupRules, ssh, world)
    expect(rulesIn(world)).toEqual(networks)
    expect(world.calls.filter((call) => call.operation === 'DescribeSecurityGroupRules')).toHaveLength(2)
  })
})

describe('a rule that has changed since the plan', () => {
  const tightened = { ...sshOpen, id: 'sgr-same', cidrIpv4: '192.0.2.7/32' }
  const tightenBefore = (operation: string, world: ReturnType<typeof groupWith>, rest: object = {}) => {
    world.fault = (call) => {
      if (call.operation !== operation) return
      const group = { vpcId: 'vpc-1', rules: [tightened] }
      world.state['123456789012'] = { 'eu-west-1': { ec2: { ...rest, securityGroups: { 'sg-1': group } } } }
    }
  }

  it('is not revoked, though its id is the same: EC2 says that no such rule is there', async () => {
    const world = groupWith({ ...sshOpen, id: 'sgr-same' })
    tightenBefore('RevokeSecurityGroupIngress', world)
    await expect(applyOnce(revokeSecurityGroupRules, ssh, world)).rejects.toMatchObject({
      name: 'InvalidPermission.NotFound',
    })
    expect(rulesIn(world)).toEqual([tightened])
  })

  it('is an error in a default VPC too, where EC2 reports success', async () => {
    const world = groupWith({ ...sshOpen, id: 'sgr-same' })
    tightenBefore('RevokeSecurityGroupIngress', world, { vpcs: { 'vpc-1': { isDefault: true } } })
    await expect(applyOnce(revokeSecurityGroupRules, ssh, world)).rejects.toMatchObject({
      code: 'aws.failed',
      message: 'sg-1 no longer has the rule `ingress tcp 22-22 from 0.0.0.0/0`; nothing was revoked',
    })
  })
})

describe('a group that is in use', () => {
  const used = () =>
    worldWith({
      securityGroups: { 'sg-1': { rules: [fromItself] } },
      networkInterfaces: { 'eni-2': { groups: ['sg-1'] }, 'eni-1': { groups: ['sg-9', 'sg-1'] } },
    })

  it('is refused where only unused ones are to be emptied', async () => {
    const params = { groupId: 'sg-1', rules: 'all', onlyUnused: true }
    expect(await planOf(revokeSecurityGroupRules, params, used())).toEqual({
      kind: 'refused',
      code: 'IN_USE',
      message: 'network interface `eni-1` uses security group `sg-1`',
    })
  })
  it('is emptied otherwise', async () => {
    const planned = await planOf(revokeSecurityGroupRules, { groupId: 'sg-1', rules: 'all' }, used())
    expect(planned.kind).toBe('change')
  })
  it('does not count when another group is in use', async () => {
    const world = worldWith({
      securityGroups: { 'sg-1': { rules: [fromItself] } },
      networkInterfaces: { 'eni-1': { groups: ['sg-9'] } },
    })
    const params = { groupId: 'sg-1', rules: 'all', onlyUnused: true }
    expect((await planOf(revokeSecurityGroupRules, params, world)).kind).toBe('change')
  })
})

it('says that a group is gone', async () => {
  expect(await planOf(revokeSecurityGroupRules, ssh, worldWith({}))).toEqual({ kind: 'gone' })
})

describe('what is wanted', () => {
  const rule = fc.record({
    direction: fc.constantFrom('ingress' as const, 'egress' as const),
    protocol: fc.constantFrom('tcp', 'udp', '-1', 'icmp'),
    fromPort: fc.integer({ min: 0, max: 30 }),
    toPort: fc.integer({ min: 0, max: 65_535 }),
    description: fc.option(fc.string()),
    tags: fc.constant({}),
    cidrIpv4: fc.constantFrom('0.0.0.0/0', '192.0.2.0/24', '10.0.0.0/8'),
  })
  const wish = fc.record(
    {
      groupId: fc.constant('sg-1'),
      rules: fc.constantFrom('all' as const, 'open' as const),
      direction: fc.constantFrom('ingress' as const, 'egress' as const, 'both' as const),
      protocol: fc.constantFrom('tcp' as const, 'udp' as const, 'any' as const),
      ports: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 4 }),
    },
    { requiredKeys: ['groupId', 'rules'] },
  )
  const { want } = revokeSecurityGroupRules.definition
  const context = { now: 0, finding: JSON.parse('null') }

  it('is the same when wanted twice, adds nothing, and keeps every rule that is open to one network', () => {
    fc.assert(
      fc.property(fc.array(rule), wish, (rules: readonly Rule[], params) => {
        const once = want({ rules }, params, context)
        expect(want(once, params, context)).toEqual(once)
        expect(once.rules.filter((one) => !rules.includes(one))).toEqual([])
        if (params.rules === 'all') return
        const lost = rules.filter((one) => !once.rules.includes(one))
        expect(lost.filter((one) => 'cidrIpv4' in one && one.cidrIpv4 !== '0.0.0.0/0')).toEqual([])
      }),
    )
  })
})

describe('an answer of EC2 that says success and does not mean it', () => {
  const state = { '123456789012': { 'eu-west-1': { ec2: { securityGroups: { 'sg-1': { rules: [sshOpen] } } } } } }
  const answering = (operation: string, answer: object) =>
    inProcessAws(state, { fakes: [answerWith(fakeEc2, { [operation]: answer })] })

  it('without a list of rules is not taken for a group without rules', async () => {
    const world = answering('DescribeSecurityGroupRules', {})
    await expect(planOf(revokeSecurityGroupRules, ssh, world)).rejects.toMatchObject({
      code: 'aws.failed',
      message: 'AWS answered without the list of rules of security group sg-1',
    })
  })
  it('without a list of network interfaces is not taken for a group that nobody uses', async () => {
    const world = answering('DescribeNetworkInterfaces', {})
    const planned = planOf(revokeSecurityGroupRules, { ...ssh, onlyUnused: true }, world)
    await expect(planned).rejects.toMatchObject({
      message: 'AWS answered without the list of network interfaces in security group sg-1',
    })
  })
  it('of a revoke, with `false` in it, is an error', async () => {
    const world = answering('RevokeSecurityGroupIngress', { Return: false })
    await expect(applyOnce(revokeSecurityGroupRules, ssh, world)).rejects.toMatchObject({
      message: 'sg-1 no longer has the rule `ingress tcp 22-22 from 0.0.0.0/0`; nothing was revoked',
    })
  })
  it('of a revoke, with another rule in it, is an error', async () => {
    const other = { SecurityGroupRuleId: 'sgr-9', IsEgress: false, IpProtocol: 'tcp', FromPort: 443, ToPort: 443 }
    const world = answering('RevokeSecurityGroupIngress', {
      Return: true,
      RevokedSecurityGroupRules: [{ ...other, CidrIpv4: '0.0.0.0/0' }],
    })
    await expect(applyOnce(revokeSecurityGroupRules, ssh, world)).rejects.toMatchObject({
      message: 'asked to revoke `ingress tcp 22-22 from 0.0.0.0/0`, EC2 revoked another rule: `sgr-9`',
    })
  })
})
