import fc from 'fast-check'
import { expect, it } from 'vitest'
import { identity, permissionOf, type Rule, ruleFrom, ruleText, sorted } from './rule-state.js'

const base = { IsEgress: false, IpProtocol: 'tcp', FromPort: 22, ToPort: 22, SecurityGroupRuleId: 'sgr-1' }
const state = { direction: 'ingress', protocol: 'tcp', fromPort: 22, toPort: 22, description: null, tags: {} } as const

it('reads each kind of peer, and puts it into a call as it was', () => {
  const peers = [
    [{ CidrIpv4: '192.0.2.0/24' }, { cidrIpv4: '192.0.2.0/24' }, { IpRanges: [{ CidrIp: '192.0.2.0/24' }] }],
    [{ CidrIpv6: '2001:db8::/32' }, { cidrIpv6: '2001:db8::/32' }, { Ipv6Ranges: [{ CidrIpv6: '2001:db8::/32' }] }],
    [{ PrefixListId: 'pl-1' }, { prefixListId: 'pl-1' }, { PrefixListIds: [{ PrefixListId: 'pl-1' }] }],
    [
      { ReferencedGroupInfo: { GroupId: 'sg-2', UserId: '111122223333', VpcPeeringConnectionId: 'pcx-1' } },
      { group: { groupId: 'sg-2', userId: '111122223333', vpcPeeringConnectionId: 'pcx-1' } },
      { UserIdGroupPairs: [{ GroupId: 'sg-2', UserId: '111122223333', VpcPeeringConnectionId: 'pcx-1' }] },
    ],
  ] as const
  for (const [found, peer, call] of peers) {
    const rule = ruleFrom({ ...base, ...found })
    expect(rule).toEqual({ ...state, ...peer })
    expect(permissionOf(rule, { describe: false })).toEqual({ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, ...call })
  }
})

it('knows no ports where all protocols are meant, and sends none', () => {
  const rule = ruleFrom({ ...base, IpProtocol: '-1', FromPort: -1, ToPort: -1, CidrIpv4: '0.0.0.0/0' })
  expect(rule).toMatchObject({ fromPort: null, toPort: null })
  expect(permissionOf(rule, { describe: false })).toEqual({ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] })
})

it('keeps all ICMP types, which are -1 too', () => {
  const rule = ruleFrom({ ...base, IpProtocol: 'icmp', FromPort: -1, ToPort: -1, CidrIpv4: '0.0.0.0/0' })
  expect(permissionOf(rule, { describe: false })).toMatchObject({ FromPort: -1, ToPort: -1 })
})

it('keeps description and tags, but not the tags that only AWS can set', () => {
  const Tags = [
    { Key: 'team', Value: 'web' },
    { Key: 'aws:cloudformation:stack-name', Value: 's' },
  ]
  const rule = ruleFrom({ ...base, CidrIpv4: '192.0.2.0/24', Description: 'office', Tags })
  expect(rule).toMatchObject({ description: 'office', tags: { team: 'web' } })
  expect(permissionOf(rule, { describe: true }).IpRanges).toEqual([{ CidrIp: '192.0.2.0/24', Description: 'office' }])
  expect(permissionOf(rule, { describe: false }).IpRanges).toEqual([{ CidrIp: '192.0.2.0/24' }])
})

it('refuses a rule of a kind that it could not put back', () => {
  expect(() => ruleFrom(base)).toThrow('security group rule `sgr-1` is of an unknown kind')
  const { IsEgress: _, ...undirected } = base
  expect(() => ruleFrom({ ...undirected, CidrIpv4: '192.0.2.0/24' })).toThrow('is of an unknown kind')
})

it('says a rule in words', () => {
  const rule: Rule = { ...state, cidrIpv4: '0.0.0.0/0' }
  expect(ruleText(rule)).toBe('ingress tcp 22-22 from 0.0.0.0/0')
  expect(ruleText({ ...rule, direction: 'egress', protocol: '-1', fromPort: null, toPort: null })).toBe(
    'egress -1 to 0.0.0.0/0',
  )
})

it('sorts rules the same way in whatever order they come, and description and tags are no part of who they are', () => {
  const rule = fc.record({ port: fc.integer({ min: 0, max: 9 }), third: fc.integer({ min: 0, max: 9 }) })
  const made = rule.map(
    ({ port, third }): Rule => ({ ...state, fromPort: port, toPort: port, cidrIpv4: `192.0.${third}.0/24` }),
  )
  fc.assert(
    fc.property(fc.uniqueArray(made, { selector: identity, maxLength: 8 }), (rules) => {
      expect(sorted([...rules].reverse())).toEqual(sorted(rules))
      for (const one of rules) expect(identity({ ...one, description: 'x', tags: { a: 'b' } })).toBe(identity(one))
    }),
  )
})
