/**
 * Removes the entries of a network ACL that let the whole internet in to some ports.
 *
 * An entry is looked at alone: one that an earlier deny makes harmless is removed too, because the controls do not
 * weigh the order either. EC2 deletes by rule number and not by content, so the check just before writing is all
 * that tells an entry from one that has taken its number. The default ACL of a VPC allows everything and is in use
 * wherever nobody chose another; the controls do not judge it, and it is refused unless asked for.
 */
import type { NetworkAclEntry } from '@aws-sdk/client-ec2'
import { type AwsSession, defineSetting, RedressError } from '@redress/engine'
import { Type } from '@sinclair/typebox'
import { isAwsError } from '../aws/is-aws-error.js'
import { ec2 } from './client.js'
import { isWholeInternet, isWithin, transportOf } from './offends.js'
import { NetworkAclId, Port } from './resource-id.js'

/** An inbound entry; its number is its place in the order and its name. */
type Entry = ({ readonly cidrIpv4: string } | { readonly cidrIpv6: string }) & {
  readonly ruleNumber: number
  readonly action: 'allow' | 'deny'
  /** Protocol number, `-1` for all. */
  readonly protocol: string
  readonly fromPort: number | null
  readonly toPort: number | null
  readonly icmp: { readonly type: number; readonly code: number } | null
}

const usualPorts = [22, 3389]

export const removeNetworkAclEntries = defineSetting({
  name: 'ec2.remove-network-acl-entries',
  summary: 'Remove the entries of a network ACL that let the whole internet in to administration ports.',
  resource: 'AWS::EC2::NetworkAcl',
  risk: 'disruptive',
  permissions: {
    read: ['ec2:DescribeNetworkAcls'],
    write: ['ec2:CreateNetworkAclEntry', 'ec2:DeleteNetworkAclEntry'],
  },

  params: Type.Object(
    {
      networkAclId: NetworkAclId,
      ports: Type.Optional(
        Type.Array(Port, {
          minItems: 1,
          description: 'An entry offends when it reaches one; 22 and 3389 if not given.',
        }),
      ),
      includeDefault: Type.Optional(
        Type.Boolean({ description: 'True changes the default ACL of a VPC too; if not given it is refused.' }),
      ),
    },
    { additionalProperties: false },
  ),

  describe: ({ networkAclId, ports = usualPorts }) =>
    `remove entries of network ACL ${networkAclId} that open ${ports.join(', ')} to the internet`,

  async read({ networkAclId }, aws) {
    const acl = await aclOf(networkAclId, aws)
    if (acl === null) return null
    const inbound = acl.entries.filter((entry) => entry.Egress !== true).map((entry) => entryFrom(networkAclId, entry))
    return { entries: inbound.sort((a, b) => a.ruleNumber - b.ruleNumber) }
  },

  want: ({ entries }, { ports = usualPorts }) => ({ entries: entries.filter((entry) => !offends(entry, ports)) }),

  async hold(_state, { networkAclId, includeDefault }, aws) {
    const acl = includeDefault === true ? null : await aclOf(networkAclId, aws)
    if (acl === null || acl.isDefault === false) return null
    const message = `network ACL \`${networkAclId}\` is the default one of its VPC`
    return { kind: 'refused', code: 'DEFAULT_ACL', message }
  },

  async write({ networkAclId }, next, aws, current) {
    const wanted = new Set(next.entries.map((entry) => entry.ruleNumber))
    const there = new Set(current.entries.map((entry) => entry.ruleNumber))
    const { client, DeleteNetworkAclEntryCommand } = await ec2(aws)
    for (const { ruleNumber } of current.entries) {
      if (wanted.has(ruleNumber)) continue
      const input = { NetworkAclId: networkAclId, RuleNumber: ruleNumber, Egress: false }
      await client.send(new DeleteNetworkAclEntryCommand(input))
    }
    for (const entry of next.entries) if (!there.has(entry.ruleNumber)) await create(networkAclId, entry, aws)
  },
})

async function aclOf(networkAclId: string, aws: AwsSession) {
  const { client, DescribeNetworkAclsCommand } = await ec2(aws)
  try {
    const { NetworkAcls } = await client.send(new DescribeNetworkAclsCommand({ NetworkAclIds: [networkAclId] }))
    const found = NetworkAcls?.find((acl) => acl.NetworkAclId === networkAclId)
    if (found?.Entries === undefined) {
      throw new RedressError('aws.failed', `AWS answered without the entries of ${networkAclId}`)
    }
    return { entries: found.Entries, isDefault: found.IsDefault }
  } catch (error) {
    if (isAwsError(error, 'InvalidNetworkAclID.NotFound')) return null
    throw error
  }
}

function offends(entry: Entry, ports: readonly number[]): boolean {
  if (entry.action !== 'allow') return false
  if (!isWholeInternet('cidrIpv4' in entry ? entry.cidrIpv4 : entry.cidrIpv6)) return false
  if (entry.protocol === '-1') return true
  const range = { from: entry.fromPort ?? 0, to: entry.toPort ?? 65_535 }
  return transportOf(entry.protocol) !== null && ports.some((port) => isWithin(port, range))
}

function entryFrom(networkAclId: string, found: NetworkAclEntry): Entry {
  const { CidrBlock, Ipv6CidrBlock, RuleNumber, RuleAction, Protocol, PortRange, IcmpTypeCode } = found
  const cidr = CidrBlock !== undefined ? { cidrIpv4: CidrBlock } : { cidrIpv6: Ipv6CidrBlock ?? '' }
  const known = CidrBlock !== undefined || Ipv6CidrBlock !== undefined
  if (!known || RuleNumber === undefined || RuleAction === undefined || Protocol === undefined) {
    throw new RedressError('aws.failed', `entry \`${RuleNumber ?? '?'}\` of ${networkAclId} is of an unknown kind`)
  }
  return {
    ruleNumber: RuleNumber,
    action: RuleAction,
    protocol: Protocol,
    ...cidr,
    fromPort: PortRange?.From ?? null,
    toPort: PortRange?.To ?? null,
    icmp: IcmpTypeCode === undefined ? null : { type: IcmpTypeCode.Type ?? -1, code: IcmpTypeCode.Code ?? -1 },
  }
}

async function create(networkAclId: string, entry: Entry, aws: AwsSession): Promise<void> {
  const { client, CreateNetworkAclEntryCommand } = await ec2(aws)
  const { fromPort, toPort, icmp } = entry
  await client.send(
    new CreateNetworkAclEntryCommand({
      NetworkAclId: networkAclId,
      Egress: false,
      RuleNumber: entry.ruleNumber,
      RuleAction: entry.action,
      Protocol: entry.protocol,
      ...('cidrIpv4' in entry ? { CidrBlock: entry.cidrIpv4 } : { Ipv6CidrBlock: entry.cidrIpv6 }),
      ...(fromPort === null || toPort === null ? {} : { PortRange: { From: fromPort, To: toPort } }),
      ...(icmp === null ? {} : { IcmpTypeCode: { Type: icmp.type, Code: icmp.code } }),
    }),
  )
}
