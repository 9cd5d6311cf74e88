import { expect, it } from 'vitest'
import { createLeftTally } from './left-tally.js'

it('adds up by reason, names each control once and starts anew', () => {
  const tally = createLeftTally()
  tally.add({ reason: 'no-rule', count: 1, controls: ['S3.1'] })
  tally.add({ reason: 'workflow', count: 2, controls: [] })
  tally.add({ reason: 'no-rule', count: 3, controls: ['EC2.2', 'S3.1'] })
  expect(tally.take()).toEqual([
    { reason: 'no-rule', count: 4, controls: ['S3.1', 'EC2.2'] },
    { reason: 'workflow', count: 2, controls: [] },
  ])
  expect(tally.take()).toEqual([])
})
