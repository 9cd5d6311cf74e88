/**
 * Rules of a security group as state: one rule is one direction, protocol, port range and peer.
 *
 * Rule ids are left out, because a rule that is put back gets a new one. Tags of AWS itself (`aws:…`) are left
 * out too: nobody can put them back.
 */
import type { IpPermission, SecurityGroupRule } from '@aws-sdk/client-ec2'
import { canonical, RedressError } from '@redress/engine'

/** Whom a rule lets in or out; exactly one of these. */
export type Peer =
  | { readonly cidrIpv4: string }
  | { readonly cidrIpv6: string }
  | { readonly prefixListId: string }
  | {
      readonly group: {
        readonly groupId: string
        readonly userId: string | null
        readonly vpcPeeringConnectionId: string | null
      }
    }

export type Rule = Peer & {
  readonly direction: 'ingress' | 'egress'
  /** As EC2 spells it: `tcp`, `udp`, `icmp`, `icmpv6`, a number, or `-1` for all. */
  readonly protocol: string
  /** For ICMP the type; `null` where all ports are meant. */
  readonly fromPort: number | null
  /** For ICMP the code; `null` where all ports are meant. */
  readonly toPort: number | null
  readonly description: string | null
  readonly tags: { readonly [key: string]: string }
}

/** A rule as EC2 describes it; one of an unknown kind is an error, for it could not be put back. */
export function ruleFrom(found: SecurityGroupRule): Rule {
  const { IsEgress, IpProtocol, FromPort, ToPort, Description, Tags } = found
  const all = IpProtocol === '-1'
  if (IsEgress === undefined || IpProtocol === undefined) throw unreadable(found)
  return {
    direction: IsEgress ? 'egress' : 'ingress',
    protocol: IpProtocol,
    fromPort: all ? null : (FromPort ?? null),
    toPort: all ? null : (ToPort ?? null),
    ...peerOf(found),
    description: Description === undefined || Description === '' ? null : Description,
    tags: Object.fromEntries(
      (Tags ?? []).flatMap(({ Key = '', Value = '' }) => (Key.startsWith('aws:') ? [] : [[Key, Value]])),
    ),
  }
}

function peerOf(found: SecurityGroupRule): Peer {
  const { CidrIpv4, CidrIpv6, PrefixListId, ReferencedGroupInfo: group } = found
  if (CidrIpv4 !== undefined) return { cidrIpv4: CidrIpv4 }
  if (CidrIpv6 !== undefined) return { cidrIpv6: CidrIpv6 }
  if (PrefixListId !== undefined) return { prefixListId: PrefixListId }
  if (group?.GroupId === undefined) throw unreadable(found)
  return {
    group: {
      groupId: group.GroupId,
      userId: group.UserId ?? null,
      vpcPeeringConnectionId: group.VpcPeeringConnectionId ?? null,
    },
  }
}

function unreadable({ SecurityGroupRuleId = '?' }: SecurityGroupRule): RedressError {
  return new RedressError('aws.failed', `security group rule \`${SecurityGroupRuleId}\` is of an unknown kind`)
}

/** What makes a rule itself, without description and tags; EC2 does not let two rules of a group share it. */
export function identity({ description, tags, ...rest }: Rule): string {
  return canonical(rest)
}

/** In the order of their identity, so that the order in which EC2 lists them does not count as a change. */
export function sorted(rules: readonly Rule[]): readonly Rule[] {
  return [...rules].sort((a, b) => (identity(a) < identity(b) ? -1 : 1))
}

/** One rule as the one permission of a call; with its description only where the call is to set it. */
export function permissionOf(rule: Rule, { describe }: { readonly describe: boolean }): IpPermission {
  const { protocol, fromPort, toPort, description } = rule
  const about = describe && description !== null ? { Description: description } : {}
  return {
    IpProtocol: protocol,
    ...(fromPort === null ? {} : { FromPort: fromPort }),
    ...(toPort === null ? {} : { ToPort: toPort }),
    ...peerMember(rule, about),
  }
}

function peerMember(peer: Peer, about: { readonly Description?: string }): IpPermission {
  if ('cidrIpv4' in peer) return { IpRanges: [{ CidrIp: peer.cidrIpv4, ...about }] }
  if ('cidrIpv6' in peer) return { Ipv6Ranges: [{ CidrIpv6: peer.cidrIpv6, ...about }] }
  if ('prefixListId' in peer) return { PrefixListIds: [{ PrefixListId: peer.prefixListId, ...about }] }
  const { groupId, userId, vpcPeeringConnectionId } = peer.group
  return {
    UserIdGroupPairs: [
      {
        GroupId: groupId,
        ...(userId === null ? {} : { UserId: userId }),
        ...(vpcPeeringConnectionId === null ? {} : { VpcPeeringConnectionId: vpcPeeringConnectionId }),
        ...about,
      },
    ],
  }
}

/** A rule in words: `ingress tcp 22-22 from 0.0.0.0/0`. */
export function ruleText(rule: Rule): string {
  const ports = rule.fromPort === null ? '' : ` ${rule.fromPort}-${rule.toPort ?? rule.fromPort}`
  return `${rule.direction} ${rule.protocol}${ports} ${rule.direction === 'ingress' ? 'from' : 'to'} ${peerText(rule)}`
}

function peerText(peer: Peer): string {
  if ('cidrIpv4' in peer) return peer.cidrIpv4
  if ('cidrIpv6' in peer) return peer.cidrIpv6
  return 'prefixListId' in peer ? peer.prefixListId : peer.group.groupId
}
