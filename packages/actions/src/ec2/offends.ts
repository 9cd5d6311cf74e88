/**
 * Which rules of a security group, or entries of a network ACL, are open to the whole internet on ports that matter.
 *
 * Only a range of length zero is the whole internet here; halves of it (`0.0.0.0/1`) are not what the controls
 * report. A rule for all protocols reaches every port.
 */
import type { Rule } from './rule-state.js'

/** Which open rules offend; a list that is absent does not narrow. */
export interface Wish {
  readonly rules: 'all' | 'open'
  readonly direction?: 'ingress' | 'egress' | 'both'
  readonly protocol?: 'tcp' | 'udp' | 'any'
  readonly ports?: readonly number[]
  readonly exceptTcpPorts?: readonly number[]
  readonly exceptUdpPorts?: readonly number[]
}

export function offends(rule: Rule, wish: Wish): boolean {
  const direction = wish.direction ?? (wish.rules === 'all' ? 'both' : 'ingress')
  if (direction !== 'both' && direction !== rule.direction) return false
  if (wish.rules === 'all') return true
  const cidr = 'cidrIpv4' in rule ? rule.cidrIpv4 : 'cidrIpv6' in rule ? rule.cidrIpv6 : null
  return cidr !== null && isWholeInternet(cidr) && reaches(rule, wish)
}

/** True for `0.0.0.0/0`, `::/0` and any other spelling with a prefix of length zero. */
export function isWholeInternet(cidr: string): boolean {
  return /\/0+$/.test(cidr)
}

function reaches(rule: Rule, { ports, protocol = 'any', exceptTcpPorts, exceptUdpPorts }: Wish): boolean {
  const excepts = exceptTcpPorts !== undefined || exceptUdpPorts !== undefined
  if (ports === undefined && protocol === 'any' && !excepts) return true
  if (rule.protocol === '-1') return true
  const transport = transportOf(rule.protocol)
  if (transport === null || (protocol !== 'any' && protocol !== transport)) return false
  const range = { from: rule.fromPort ?? 0, to: rule.toPort ?? 65_535 }
  if (ports !== undefined && !ports.some((port) => isWithin(port, range))) return false
  return !excepts || !isCovered(range, (transport === 'tcp' ? exceptTcpPorts : exceptUdpPorts) ?? [])
}

/** `tcp` or `udp` by name or protocol number; `null` for protocols without ports. */
export function transportOf(protocol: string): 'tcp' | 'udp' | null {
  if (protocol === 'tcp' || protocol === '6') return 'tcp'
  return protocol === 'udp' || protocol === '17' ? 'udp' : null
}

export interface PortRange {
  readonly from: number
  readonly to: number
}

export function isWithin(port: number, { from, to }: PortRange): boolean {
  return from <= port && port <= to
}

/** True when every port of the range is in the list. */
function isCovered(range: PortRange, ports: readonly number[]): boolean {
  const inside = new Set(ports.filter((port) => isWithin(port, range)))
  return inside.size === range.to - range.from + 1
}
