import { describe, expect, it } from 'vitest'
import { quiet } from '../testing/quiet-context.js'
import { meterText, startMeter } from './meter.js'

describe('meterText', () => {
  const measured = { task: 'deciding', size: 1000, bytes: 250, findings: 41_000, elapsed: 2000 }
  it.each([
    [{}, 'deciding 25%, 41,000 findings, 20,500/s, 6 s left'],
    [{ bytes: 10 }, 'deciding 1%, 41,000 findings, 20,500/s, 3 min 18 s left'],
    [{ size: null }, 'deciding, 41,000 findings, 20,500/s'],
    [{ size: 0 }, 'deciding, 41,000 findings, 20,500/s'],
    [{ elapsed: 999 }, 'deciding 25%, 41,000 findings'],
    [{ bytes: 0, findings: 0 }, 'deciding 0%, 0 findings, 0/s'],
    [{ bytes: 1001 }, 'deciding 100%, 41,000 findings, 20,500/s, 0 s left'],
  ])('with %j', (changes, text) => expect(meterText({ ...measured, ...changes })).toBe(text))
})

it('a meter writes nothing where nobody watches', () => {
  const { context, stdout, stderr } = quiet({ terminal: true })
  const meter = startMeter(context, 'deciding', 10)
  meter.add(5, 1)
  meter.stop()
  expect([...stdout, ...stderr]).toEqual([])
})
