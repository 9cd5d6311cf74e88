import { describe, expect, it } from 'vitest'
import { maxBytes, maxDepth, refuseBySize } from './limits.js'

/** `depth` objects, one in the other. */
function nested(depth: number): unknown {
  let value: unknown = { end: true }
  for (let level = 1; level < depth; level += 1) value = { a: value }
  return value
}

describe('the limits of a finding', () => {
  it.each([1, maxDepth - 1, maxDepth])('allow %d levels', (depth) => expect(refuseBySize(nested(depth))).toBeNull())

  it.each([maxDepth + 1, 100_000])('refuse %d levels', (depth) => {
    const message = 'the finding is nested deeper than 64 levels'
    expect(refuseBySize(nested(depth))).toEqual({ code: 'finding.too-large', message })
  })

  it('allow 240 KB of UTF-8 and not a byte more', () => {
    const room = maxBytes - '{"a":""}'.length
    expect(refuseBySize({ a: 'x'.repeat(room) })).toBeNull()
    expect(refuseBySize({ a: 'x'.repeat(room + 1) })).toEqual({
      code: 'finding.too-large',
      message: 'the finding is 245761 bytes long; 245760 are allowed',
    })
    expect(refuseBySize({ a: 'é'.repeat(room / 2) })).toBeNull()
    expect(refuseBySize({ a: 'é'.repeat(room / 2 + 1) })?.code).toBe('finding.too-large')
  })

  it('refuse a value that reaches itself, or one object by endless ways', () => {
    const loop: { self?: unknown } = {}
    loop.self = loop
    expect(refuseBySize(loop)?.code).toBe('finding.too-large')
    let wide: unknown = 1
    for (let level = 0; level < 40; level += 1) wide = [wide, wide]
    expect(refuseBySize(wide)).toEqual({
      code: 'finding.too-large',
      message: 'the finding is longer than 245760 bytes',
    })
  })

  it.each([
    [{ a: 1n }, 'bigint'],
    [{ a: () => 1 }, 'function'],
    [{ a: Symbol('x') }, 'symbol'],
  ])('refuse what is not JSON', (value, kind) => {
    const message = `the finding holds a ${kind}, which is not JSON`
    expect(refuseBySize(value)).toEqual({ code: 'finding.invalid', message })
  })
})
