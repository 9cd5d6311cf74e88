/**
 * Security groups in process.
 *
 * Revoking what is not there fails, but in a default VPC it succeeds and says what it did not know, as EC2 does.
 * Of several sources in one call, all are revoked or none.
 */
import type {
  AuthorizeSecurityGroupIngressCommandInput,
  AuthorizeSecurityGroupIngressCommandOutput,
  DescribeNetworkInterfacesCommandInput,
  DescribeNetworkInterfacesCommandOutput,
  DescribeSecurityGroupRulesCommandInput,
  DescribeSecurityGroupRulesCommandOutput,
  DescribeSecurityGroupsCommandInput,
  DescribeSecurityGroupsCommandOutput,
  IpPermission,
  RevokeSecurityGroupIngressCommandInput,
  RevokeSecurityGroupIngressCommandOutput,
  SecurityGroupRule,
} from '@aws-sdk/client-ec2'
import type { Ec2Context, Ec2SecurityGroup, Ec2SecurityGroupRule } from './ec2-state.js'
import { awsError, type Output } from './fake.js'

type Direction = 'ingress' | 'egress'

export const securityGroupOperations = {
  DescribeSecurityGroups(
    input: DescribeSecurityGroupsCommandInput,
    { state, account }: Ec2Context,
  ): Output<DescribeSecurityGroupsCommandOutput> {
    const ids = input.GroupIds ?? Object.keys(state.securityGroups)
    const SecurityGroups = ids.map((GroupId) => {
      const { name = GroupId, vpcId } = groupOf(GroupId, state.securityGroups)
      return { GroupId, GroupName: name, OwnerId: account, VpcId: vpcId }
    })
    return { SecurityGroups }
  },
  DescribeSecurityGroupRules(
    input: DescribeSecurityGroupRulesCommandInput,
    { state, account }: Ec2Context,
  ): Output<DescribeSecurityGroupRulesCommandOutput> {
    const ids = filtered(input.Filters, 'group-id') ?? Object.keys(state.securityGroups)
    const all = ids.flatMap((id) =>
      (state.securityGroups[id]?.rules ?? []).map((rule, index) => shown(rule, `sgr-${index}`, id, account)),
    )
    const size = input.MaxResults ?? 1000
    const start = Number(input.NextToken ?? 0)
    const next = start + size
    return {
      SecurityGroupRules: all.slice(start, next),
      ...(next < all.length ? { NextToken: String(next) } : {}),
    }
  },
  DescribeNetworkInterfaces(
    input: DescribeNetworkInterfacesCommandInput,
    { state }: Ec2Context,
  ): Output<DescribeNetworkInterfacesCommandOutput> {
    const ids = filtered(input.Filters, 'group-id')
    const NetworkInterfaces = Object.entries(state.networkInterfaces)
      .filter(([, { groups }]) => ids === null || groups.some((id) => ids.includes(id)))
      .map(([NetworkInterfaceId, { groups }]) => ({
        NetworkInterfaceId,
        Groups: groups.map((GroupId) => ({ GroupId })),
      }))
    return { NetworkInterfaces }
  },

  AuthorizeSecurityGroupIngress: (input: AuthorizeSecurityGroupIngressCommandInput, context: Ec2Context) =>
    authorize('ingress', input, context),
  AuthorizeSecurityGroupEgress: (input: AuthorizeSecurityGroupIngressCommandInput, context: Ec2Context) =>
    authorize('egress', input, context),
  RevokeSecurityGroupIngress: (input: RevokeSecurityGroupIngressCommandInput, context: Ec2Context) =>
    revoke('ingress', input, context),
  RevokeSecurityGroupEgress: (input: RevokeSecurityGroupIngressCommandInput, context: Ec2Context) =>
    revoke('egress', input, context),
}

function authorize(
  direction: Direction,
  input: AuthorizeSecurityGroupIngressCommandInput,
  { state, account, nextId }: Ec2Context,
): Output<AuthorizeSecurityGroupIngressCommandOutput> {
  const group = groupOf(input.GroupId, state.securityGroups)
  const tags = Object.fromEntries(
    (input.TagSpecifications?.[0]?.Tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value]),
  )
  group.rules ??= []
  const added: SecurityGroupRule[] = []
  for (const given of rulesOf(direction, input.IpPermissions)) {
    if (group.rules.some((rule) => keyOf(rule) === keyOf(given))) {
      throw awsError('InvalidPermission.Duplicate', 'the specified rule already exists')
    }
    const rule = { ...given, id: `sgr-new${nextId()}`, ...(Object.keys(tags).length === 0 ? {} : { tags }) }
    group.rules.push(rule)
    added.push(shown(rule, rule.id, input.GroupId ?? '', account))
  }
  return { Return: true, SecurityGroupRules: added }
}

function revoke(
  direction: Direction,
  input: RevokeSecurityGroupIngressCommandInput,
  { state, account }: Ec2Context,
): Output<RevokeSecurityGroupIngressCommandOutput> {
  const group = groupOf(input.GroupId, state.securityGroups)
  const asked = rulesOf(direction, input.IpPermissions)
  const rules = group.rules ?? []
  const isAsked = (rule: Ec2SecurityGroupRule) => asked.some((one) => keyOf(one) === keyOf(rule))
  const missing = asked.filter((one) => !rules.some((rule) => keyOf(rule) === keyOf(one)))
  if (missing.length > 0 && state.vpcs[group.vpcId ?? '']?.isDefault !== true) {
    throw awsError('InvalidPermission.NotFound', 'The specified rule does not exist in this security group.')
  }
  const revoked = rules.filter(isAsked).map((rule, index) => {
    const { ReferencedGroupInfo, Tags, ...rest } = shown(rule, `sgr-${index}`, input.GroupId ?? '', account)
    return { ...rest, ReferencedGroupId: ReferencedGroupInfo?.GroupId }
  })
  group.rules = rules.filter((rule) => !isAsked(rule))
  const UnknownIpPermissions = missing.length === 0 ? [] : (input.IpPermissions ?? [])
  return { Return: true, UnknownIpPermissions, RevokedSecurityGroupRules: revoked }
}

function groupOf(id: string | undefined, groups: { [id: string]: Ec2SecurityGroup }): Ec2SecurityGroup {
  const group = groups[id ?? '']
  if (group === undefined) throw awsError('InvalidGroup.NotFound', `The security group '${id}' does not exist`)
  return group
}

/** The values of a filter, or `null` where the call does not narrow by it. */
export function filtered(
  filters: readonly { Name?: string | undefined; Values?: string[] | undefined }[] | undefined,
  name: string,
): readonly string[] | null {
  return filters?.find((filter) => filter.Name === name)?.Values ?? null
}

/** What tells two rules of a group apart; a group's owner counts only where both say it. */
function keyOf(rule: Ec2SecurityGroupRule): string {
  const { direction = 'ingress', protocol, fromPort, toPort, group, cidrIpv4, cidrIpv6, prefixListId } = rule
  const ports = protocol === '-1' ? ['all'] : [fromPort, toPort]
  return [direction, protocol, ...ports, cidrIpv4 ?? cidrIpv6 ?? prefixListId ?? group?.groupId].join('|')
}

function rulesOf(direction: Direction, permissions: readonly IpPermission[] = []): readonly Ec2SecurityGroupRule[] {
  return permissions.flatMap(({ IpProtocol = '-1', FromPort: fromPort, ToPort: toPort, ...peers }) => {
    const base = { direction, protocol: IpProtocol, ...given({ fromPort, toPort }) }
    const about = ({ Description: description }: { Description?: string | undefined }) => given({ description })
    return [
      ...(peers.IpRanges ?? []).map((one) => ({ ...base, ...given({ cidrIpv4: one.CidrIp }), ...about(one) })),
      ...(peers.Ipv6Ranges ?? []).map((one) => ({ ...base, ...given({ cidrIpv6: one.CidrIpv6 }), ...about(one) })),
      ...(peers.PrefixListIds ?? []).map((one) => ({
        ...base,
        ...given({ prefixListId: one.PrefixListId }),
        ...about(one),
      })),
      ...(peers.UserIdGroupPairs ?? []).map((one) => ({
        ...base,
        group: { groupId: one.GroupId ?? '', ...given({ userId: one.UserId }) },
        ...about(one),
      })),
    ]
  })
}

function shown(rule: Ec2SecurityGroupRule, id: string, groupId: string, account: string): SecurityGroupRule {
  const { direction, protocol, fromPort = -1, toPort = -1, group, tags = {} } = rule
  return {
    SecurityGroupRuleId: rule.id ?? id,
    GroupId: groupId,
    GroupOwnerId: account,
    IsEgress: direction === 'egress',
    IpProtocol: protocol,
    FromPort: protocol === '-1' ? -1 : fromPort,
    ToPort: protocol === '-1' ? -1 : toPort,
    ...given({ CidrIpv4: rule.cidrIpv4, CidrIpv6: rule.cidrIpv6, PrefixListId: rule.prefixListId }),
    ...(group === undefined
      ? {}
      : { ReferencedGroupInfo: { GroupId: group.groupId, UserId: group.userId ?? account } }),
    ...given({ Description: rule.description }),
    Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
  }
}

/** The members that have a value. */
export function given<Value>(members: { readonly [name: string]: Value | undefined }): { [name: string]: Value } {
  return Object.fromEntries(
    Object.entries(members).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
