import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWholeInternet, offends, type Wish } from './offends.js'
import type { Rule } from './rule-state.js'

const rule = (protocol: string, fromPort: number | null, toPort: number | null, peer: object = {}): Rule => ({
  direction: 'ingress',
  protocol,
  fromPort,
  toPort,
  description: null,
  tags: {},
  cidrIpv4: '0.0.0.0/0',
  ...peer,
})
const ssh: Wish = { rules: 'open', protocol: 'tcp', ports: [22] }
const web: Wish = { rules: 'open', exceptTcpPorts: [80, 443], exceptUdpPorts: [] }

describe('an open rule and the ports that matter', () => {
  it.each<[string, Rule, Wish, boolean]>([
    ['the very port', rule('tcp', 22, 22), ssh, true],
    ['a range around the port', rule('tcp', 0, 65_535), ssh, true],
    ['a range that ends at the port', rule('tcp', 20, 22), ssh, true],
    ['a range that ends before the port', rule('tcp', 20, 21), ssh, false],
    ['a range that begins after the port', rule('tcp', 23, 80), ssh, false],
    ['all protocols', rule('-1', null, null), ssh, true],
    ['the port over UDP, where TCP is meant', rule('udp', 22, 22), ssh, false],
    ['the port over UDP, where any is meant', rule('udp', 22, 22), { rules: 'open', ports: [22] }, true],
    ['TCP by its number', rule('6', 22, 22), ssh, true],
    ['ICMP type 22', rule('icmp', 22, 22), ssh, false],
    ['ICMP, where no port is named', rule('icmp', 8, 0), { rules: 'open' }, true],
    ['an authorized port', rule('tcp', 443, 443), web, false],
    ['a range of authorized ports and one more', rule('tcp', 80, 81), web, true],
    ['a range of authorized ports only', rule('tcp', 80, 81), { rules: 'open', exceptTcpPorts: [81, 80] }, false],
    ['an authorized TCP port over UDP', rule('udp', 443, 443), web, true],
    ['all protocols, with ports authorized', rule('-1', null, null), web, true],
    ['ICMP, with ports authorized', rule('icmp', -1, -1), web, false],
    ['a TCP rule without ports', rule('tcp', null, null), web, true],
  ])('%s', (_name, given, wish, expected) => expect(offends(given, wish)).toBe(expected))
})

describe('who is let in', () => {
  const { cidrIpv4: _, ...closed } = { ...rule('tcp', 22, 22), cidrIpv4: '' }
  it.each<[string, Rule, boolean]>([
    ['every IPv4 address', { ...closed, cidrIpv4: '0.0.0.0/0' }, true],
    ['every IPv6 address', { ...closed, cidrIpv6: '::/0' }, true],
    ['half of the internet', { ...closed, cidrIpv4: '0.0.0.0/1' }, false],
    ['a network whose length ends in zero', { ...closed, cidrIpv4: '10.0.0.0/10' }, false],
    ['one address', { ...closed, cidrIpv4: '192.0.2.1/32' }, false],
    ['a prefix list', { ...closed, prefixListId: 'pl-1' }, false],
    ['a security group', { ...closed, group: { groupId: 'sg-2', userId: null, vpcPeeringConnectionId: null } }, false],
  ])('%s', (_name, given, expected) => expect(offends(given, ssh)).toBe(expected))

  it('takes other spellings of a prefix of length zero for the whole internet', () => {
    expect(['0.0.0.0/00', '0:0:0:0:0:0:0:0/0', '192.0.2.7/0'].every(isWholeInternet)).toBe(true)
  })
})

describe('direction', () => {
  const egress: Rule = { ...rule('-1', null, null), direction: 'egress' }
  it('is inbound for open rules, unless asked for', () => {
    expect(offends(egress, { rules: 'open' })).toBe(false)
    expect(offends(egress, { rules: 'open', direction: 'both' })).toBe(true)
    expect(offends(rule('tcp', 22, 22), { rules: 'open', direction: 'egress' })).toBe(false)
  })
  it('is both for all rules, unless asked for', () => {
    expect(offends(egress, { rules: 'all' })).toBe(true)
    expect(offends(egress, { rules: 'all', direction: 'ingress' })).toBe(false)
  })
})

it('an authorized port never makes a rule offend that did not without it', () => {
  const ports = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 12 })
  fc.assert(
    fc.property(
      ports,
      ports,
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 0, max: 12 }),
      (some, more, from, length) => {
        const given = rule('tcp', from, from + length)
        const few = offends(given, { rules: 'open', exceptTcpPorts: some })
        const many = offends(given, { rules: 'open', exceptTcpPorts: [...some, ...more] })
        return few || !many
      },
    ),
  )
})
