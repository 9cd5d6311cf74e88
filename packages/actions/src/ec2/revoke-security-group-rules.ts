/**
 * Revokes rules of one security group: all of them, or those that are open to the whole internet.
 *
 * Rules are revoked by their exact properties, one source at a time, and not by rule id: EC2 edits a rule in place
 * under its id, so an id may by now mean a rule that someone has just tightened. In a default VPC a revoke that
 * matches nothing succeeds, so the answer is read too.
 */
import type { RevokedSecurityGroupRule } from '@aws-sdk/client-ec2'
import { type AwsSession, defineSetting, RedressError } from '@redress/engine'
import { Type } from '@sinclair/typebox'
import { allPages } from '../aws/all-pages.js'
import { isAwsError } from '../aws/is-aws-error.js'
import { ec2 } from './client.js'
import { offends } from './offends.js'
import { Port, SecurityGroupId } from './resource-id.js'
import { identity, permissionOf, type Rule, ruleFrom, ruleText, sorted } from './rule-state.js'

export const revokeSecurityGroupRules = defineSetting({
  name: 'ec2.revoke-security-group-rules',
  summary: 'Revoke the rules of a security group that are open to the whole internet, or all of its rules.',
  resource: 'AWS::EC2::SecurityGroup',
  risk: 'disruptive',
  permissions: {
    read: ['ec2:DescribeNetworkInterfaces', 'ec2:DescribeSecurityGroupRules', 'ec2:DescribeSecurityGroups'],
    write: [
      'ec2:AuthorizeSecurityGroupEgress',
      'ec2:AuthorizeSecurityGroupIngress',
      'ec2:CreateTags',
      'ec2:RevokeSecurityGroupEgress',
      'ec2:RevokeSecurityGroupIngress',
    ],
  },

  params: Type.Object(
    {
      groupId: SecurityGroupId,
      rules: Type.Union([Type.Literal('all'), Type.Literal('open')], {
        description: '`all`, or `open` for those whose source is 0.0.0.0/0 or ::/0.',
      }),
      direction: Type.Optional(
        Type.Union([Type.Literal('ingress'), Type.Literal('egress'), Type.Literal('both')], {
          description: 'For `all` both when not given, for `open` ingress.',
        }),
      ),
      protocol: Type.Optional(
        Type.Union([Type.Literal('tcp'), Type.Literal('udp'), Type.Literal('any')], {
          description: 'Protocol that an open rule must let through to offend; `any` when not given.',
        }),
      ),
      ports: Type.Optional(
        Type.Array(Port, {
          minItems: 1,
          description: 'An open rule offends when it reaches one of these; every port when not given.',
        }),
      ),
      exceptTcpPorts: Type.Optional(
        Type.Array(Port, {
          description:
            'TCP ports that may be open: a rule that reaches no other does not offend, nor one without ports.',
        }),
      ),
      exceptUdpPorts: Type.Optional(Type.Array(Port, { description: 'UDP ports that may be open.' })),
      onlyUnused: Type.Optional(
        Type.Boolean({ description: 'True refuses while a network interface uses the group. False when not given.' }),
      ),
    },
    { additionalProperties: false },
  ),

  describe: ({ groupId, rules }) =>
    rules === 'all'
      ? `revoke all rules of security group ${groupId}`
      : `revoke open rules of security group ${groupId}`,

  async read({ groupId }, aws) {
    const { client, DescribeSecurityGroupsCommand, DescribeSecurityGroupRulesCommand } = await ec2(aws)
    try {
      await client.send(new DescribeSecurityGroupsCommand({ GroupIds: [groupId] }))
    } catch (error) {
      if (isAwsError(error, 'InvalidGroup.NotFound')) return null
      throw error
    }
    const found = await allPages(`rules of security group ${groupId}`, async (NextToken) => {
      const Filters = [{ Name: 'group-id', Values: [groupId] }]
      const answer = await client.send(new DescribeSecurityGroupRulesCommand({ Filters, MaxResults: 1000, NextToken }))
      return { items: answer.SecurityGroupRules, next: answer.NextToken }
    })
    return { rules: sorted(found.filter((rule) => rule.GroupId === groupId).map(ruleFrom)) }
  },

  want: ({ rules }, wish) => ({ rules: rules.filter((rule) => !offends(rule, wish)) }),

  async hold(_state, { groupId, onlyUnused }, aws) {
    const user = onlyUnused === true ? await oneUserOf(groupId, aws) : null
    if (user === null) return null
    const message = `network interface \`${user}\` uses security group \`${groupId}\``
    return { kind: 'refused', code: 'IN_USE', message }
  },

  async write({ groupId }, next, aws, current) {
    const wanted = new Set(next.rules.map(identity))
    const there = new Set(current.rules.map(identity))
    for (const rule of current.rules) if (!wanted.has(identity(rule))) await revoke(groupId, rule, aws)
    for (const rule of next.rules) if (!there.has(identity(rule))) await authorize(groupId, rule, aws)
  },
})

async function oneUserOf(groupId: string, aws: AwsSession): Promise<string | null> {
  const { client, DescribeNetworkInterfacesCommand } = await ec2(aws)
  const users = await allPages(`network interfaces in security group ${groupId}`, async (NextToken) => {
    const Filters = [{ Name: 'group-id', Values: [groupId] }]
    const answer = await client.send(new DescribeNetworkInterfacesCommand({ Filters, NextToken }))
    return { items: answer.NetworkInterfaces, next: answer.NextToken }
  })
  return users.map((user) => user.NetworkInterfaceId ?? '?').sort()[0] ?? null
}

async function revoke(groupId: string, rule: Rule, aws: AwsSession): Promise<void> {
  const { client, RevokeSecurityGroupEgressCommand, RevokeSecurityGroupIngressCommand } = await ec2(aws)
  const input = { GroupId: groupId, IpPermissions: [permissionOf(rule, { describe: false })] }
  const answer =
    rule.direction === 'ingress'
      ? await client.send(new RevokeSecurityGroupIngressCommand(input))
      : await client.send(new RevokeSecurityGroupEgressCommand(input))
  const { Return, UnknownIpPermissions = [], RevokedSecurityGroupRules: revoked = [] } = answer
  if (Return === false || UnknownIpPermissions.length > 0) {
    throw new RedressError('aws.failed', `${groupId} no longer has the rule \`${ruleText(rule)}\`; nothing was revoked`)
  }
  const other = revoked.find((one) => !isOf(one, rule))
  if (other !== undefined) {
    const id = other.SecurityGroupRuleId ?? '?'
    throw new RedressError('aws.failed', `asked to revoke \`${ruleText(rule)}\`, EC2 revoked another rule: \`${id}\``)
  }
}

/** Whether what EC2 says it revoked is the rule that was meant. */
function isOf(revoked: RevokedSecurityGroupRule, rule: Rule): boolean {
  const { IsEgress, CidrIpv4, CidrIpv6, PrefixListId, ReferencedGroupId, ...rest } = revoked
  const source = CidrIpv4 ?? CidrIpv6 ?? PrefixListId ?? ReferencedGroupId
  const text = ruleText({
    direction: IsEgress === true ? 'egress' : 'ingress',
    protocol: rest.IpProtocol ?? '',
    fromPort: rest.IpProtocol === '-1' ? null : (rest.FromPort ?? null),
    toPort: rest.IpProtocol === '-1' ? null : (rest.ToPort ?? null),
    cidrIpv4: source ?? '',
    description: null,
    tags: {},
  })
  return text === ruleText(rule)
}

/** Puts a rule back, with its description and tags; it gets a new id. */
async function authorize(groupId: string, rule: Rule, aws: AwsSession): Promise<void> {
  const { client, AuthorizeSecurityGroupEgressCommand, AuthorizeSecurityGroupIngressCommand } = await ec2(aws)
  const Tags = Object.entries(rule.tags).map(([Key, Value]) => ({ Key, Value }))
  const input = {
    GroupId: groupId,
    IpPermissions: [permissionOf(rule, { describe: true })],
    ...(Tags.length === 0 ? {} : { TagSpecifications: [{ ResourceType: 'security-group-rule' as const, Tags }] }),
  }
  if (rule.direction === 'ingress') await client.send(new AuthorizeSecurityGroupIngressCommand(input))
  else await client.send(new AuthorizeSecurityGroupEgressCommand(input))
}
