import { expect, it } from 'vitest'
import { systemClock, systemIds } from './system-ports.js'

it('has a clock that goes on', async () => {
  const before = systemClock.now()
  await systemClock.sleep(0)
  expect(systemClock.now()).toBeGreaterThanOrEqual(before)
})

it('makes ids that differ and start with the time', () => {
  const ids = Array.from({ length: 100 }, () => systemIds.next())
  expect(new Set(ids).size).toBe(100)
  for (const id of ids) expect(id).toMatch(/^\d{8}T\d{6}-[0-9a-f]{8}$/)
})
