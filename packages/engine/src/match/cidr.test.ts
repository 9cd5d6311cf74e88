import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contains, parseAddress, parseBlock } from './cidr.js'

function isInside(text: string, cidr: string): boolean {
  const block = parseBlock(cidr)
  const address = parseAddress(text)
  if (block === null || block === 'host-bits' || address === null) throw new Error('malformed')
  return contains(block, address)
}

describe('a block', () => {
  it.each([
    ['192.0.2.0', '192.0.2.0/24', true],
    ['192.0.2.255', '192.0.2.0/24', true],
    ['192.0.3.0', '192.0.2.0/24', false],
    ['198.51.100.1', '0.0.0.0/0', true],
    ['192.0.2.7', '192.0.2.7/32', true],
    ['192.0.2.8', '192.0.2.7/32', false],
    ['2001:db8::1', '2001:db8::/32', true],
    ['2001:db9::1', '2001:db8::/32', false],
    ['2001:0DB8:0:0:0:0:0:1', '2001:db8::1/128', true],
    ['::1', '::/0', true],
    ['::1', '0.0.0.0/0', false],
    ['192.0.2.1', '::/0', false],
    ['::ffff:192.0.2.1', '192.0.2.0/24', true],
    ['2001:db8::192.0.2.1', '2001:db8::c000:201/128', true],
  ])('%s in %s: %s', (text, cidr, inside) => expect(isInside(text, cidr)).toBe(inside))

  it.each(['192.0.2.1/24', '2001:db8::1/32', '1.0.0.0/0'])('%s has bits set behind its prefix', (cidr) => {
    expect(parseBlock(cidr)).toBe('host-bits')
  })

  it.each([
    '',
    '192.0.2.0',
    '192.0.2.0/',
    '192.0.2.0/33',
    '192.0.2.0/024',
    '192.0.2.0/-1',
    '192.0.2/24',
    '::/129',
    'a/8',
    '192.0.2.0/24\n',
  ])('`%s` is none', (cidr) => expect(parseBlock(cidr)).toBeNull())
})

describe('an address', () => {
  it.each([
    '',
    '1.2.3',
    '1.2.3.4.5',
    '01.2.3.4',
    '256.1.1.1',
    '1.2.3.4 ',
    '1.2.3.4\n',
    '::1%eth0',
    '1::2::3',
    ':::',
    '12345::',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1.2.3.4::',
    'g::',
  ])('is not `%s`', (text) => expect(parseAddress(text)).toBeNull())

  it('is inside each block that its own bits begin', () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.integer({ min: 0, max: 32 }), (text, length) => {
        const value = Number(parseAddress(text)?.value ?? 0n)
        const network = length === 0 ? 0 : Math.floor(value / 2 ** (32 - length)) * 2 ** (32 - length)
        const dotted = [24, 16, 8, 0].map((shift) => Math.floor(network / 2 ** shift) % 256).join('.')
        expect(isInside(text, `${dotted}/${length}`)).toBe(true)
      }),
    )
  })

  it('of version 6 is read however it is written', () => {
    fc.assert(fc.property(fc.ipV6(), (text) => void expect(parseAddress(text)).not.toBeNull()))
  })
})
