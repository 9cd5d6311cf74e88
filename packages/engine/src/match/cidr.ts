/**
 * IP addresses and CIDR blocks, version 4 and 6, as numbers.
 *
 * A text that is not exactly an address is none: no leading zeros, no zone, no spaces. An IPv4 address written as
 * IPv6 (`::ffff:192.0.2.1`) counts as the IPv4 address that it stands for.
 */

export interface Address {
  readonly bits: 32 | 128
  readonly value: bigint
}

export interface Block {
  readonly bits: 32 | 128
  readonly network: bigint
  readonly length: number
}

/** The address that a text is, or `null`. */
export function parseAddress(text: string): Address | null {
  if (text.length > 45) return null
  const v4 = parseV4(text)
  if (v4 !== null) return { bits: 32, value: v4 }
  const v6 = parseV6(text)
  if (v6 === null) return null
  return v6 >> 32n === 0xffffn ? { bits: 32, value: v6 & 0xffffffffn } : { bits: 128, value: v6 }
}

/** The block that a text such as `192.0.2.0/24` is; `hostBits` where bits are set behind the prefix. */
export function parseBlock(text: string): Block | 'host-bits' | null {
  const parts = /^([^/]{2,45})\/(0|[1-9][0-9]{0,2})$/.exec(text)
  const address = parts === null ? null : parseAddress(parts[1] ?? '')
  const length = Number(parts?.[2])
  if (address === null || length > address.bits) return null
  const host = (1n << BigInt(address.bits - length)) - 1n
  if ((address.value & host) !== 0n) return 'host-bits'
  return { bits: address.bits, network: address.value, length }
}

/** True if the address lies in the block; versions never mix. */
export function contains(block: Block, address: Address): boolean {
  const shift = BigInt(block.bits - block.length)
  return block.bits === address.bits && address.value >> shift === block.network >> shift
}

function parseV4(text: string): bigint | null {
  const parts = text.split('.')
  if (parts.length !== 4) return null
  let value = 0n
  for (const part of parts) {
    if (!/^(0|[1-9][0-9]{0,2})$/.test(part) || Number(part) > 255) return null
    value = (value << 8n) | BigInt(part)
  }
  return value
}

function parseV6(text: string): bigint | null {
  const halves = text.split('::')
  if (halves.length > 2) return null
  const [head, tail] = halves.map((half, index) => groupsOf(half, index === halves.length - 1))
  if (head === undefined || head === null || tail === null) return null
  if (tail === undefined) return head.length === 8 ? join(head) : null
  const gap = 8 - head.length - tail.length
  return gap < 1 ? null : join([...head, ...Array.from({ length: gap }, () => 0n), ...tail])
}

/** The 16-bit groups of one side of `::`; in IPv4 form the very last group counts as two. */
function groupsOf(text: string, isLast: boolean): readonly bigint[] | null {
  if (text === '') return []
  const groups: bigint[] = []
  const parts = text.split(':')
  for (const [index, part] of parts.entries()) {
    const v4 = isLast && index === parts.length - 1 ? parseV4(part) : null
    if (v4 !== null) groups.push(v4 >> 16n, v4 & 0xffffn)
    else if (/^[0-9A-Fa-f]{1,4}$/.test(part)) groups.push(BigInt(`0x${part}`))
    else return null
  }
  return groups
}

function join(groups: readonly bigint[]): bigint {
  return groups.reduce((value, group) => (value << 16n) | group, 0n)
}
