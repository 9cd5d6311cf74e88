import { describe, expect, it } from 'vitest'
import { jobsOf } from './jobs-of.js'

describe('jobsOf', () => {
  it('is one where nothing is asked for', () => {
    expect([jobsOf({}), jobsOf({ jobs: '2' }), jobsOf({ jobs: '64' })]).toEqual([1, 2, 64])
  })

  it.each(['0', '-1', '1.5', '65', 'two', '', 'NaN', '0x2', '1e1'])('refuses `%s`', (jobs) => {
    expect(() => jobsOf({ jobs })).toThrow(
      expect.objectContaining({
        code: 'usage.option',
        message: `\`--jobs ${jobs}\` is not a number of threads`,
        hint: 'give a whole number from 1 to 64; more threads than processors make it no faster',
      }),
    )
  })
})
