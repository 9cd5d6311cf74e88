import fc from 'fast-check'
import { expect, it } from 'vitest'
import { leastMode, mostMode } from './modes.js'
import { modes } from './plan.js'

it('orders observe, plan, approve, apply', () => {
  const mode = fc.constantFrom(...modes)
  fc.assert(
    fc.property(mode, mode, (a, b) => {
      expect([leastMode(a, b), mostMode(a, b)]).toEqual([a, b].toSorted((x, y) => modes.indexOf(x) - modes.indexOf(y)))
    }),
  )
  expect(leastMode('observe', 'apply')).toBe('observe')
  expect(mostMode('plan', 'approve')).toBe('approve')
})
