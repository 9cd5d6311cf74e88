import { describe, expect, it } from 'vitest'
import { emptyPlan, samplePlan } from '../testing/sample-plan.js'
import { viewPlan } from './plan-view.js'
import { counted, modeWords, titleWords, totalsText, whenText } from './words.js'

describe('words', () => {
  it('counts one and many', () => {
    expect([counted(0, 'change'), counted(1, 'change'), counted(2, 'change is', 'changes are')]).toEqual([
      '0 changes',
      '1 change',
      '2 changes are',
    ])
  })

  it('sums up a plan and leaves out what does not occur', () => {
    expect(totalsText(viewPlan(samplePlan).totals)).toBe(
      '3 to change, 1 already fine, 1 refused, 1 for a person, 3 left alone',
    )
    expect(totalsText(viewPlan(emptyPlan).totals)).toBe('nothing to do')
  })

  it('says what becomes of a change in each mode', () => {
    expect(
      ['observe', 'plan', 'approve', 'apply'].map((mode) => (mode === 'approve' ? modeWords('approve') : null)),
    ).toContain('waits for approval')
    expect(modeWords('apply')).toBeNull()
    expect(modeWords('plan')).toBe('mode `plan`: shown, not applied')
  })

  it('leaves out a control id that the title repeats', () => {
    expect(titleWords('EC2.7 EBS encryption', 'EC2.7')).toBe('EBS encryption')
    expect(titleWords('EC2.71 other', 'EC2.7')).toBe('EC2.71 other')
    expect(titleWords(null, null)).toBe('')
  })

  it('shows times to the minute, and what is no time as it is', () => {
    expect(whenText('2026-11-21T10:00:59.123Z')).toBe('2026-11-21 10:00 UTC')
    expect(whenText('soon')).toBe('soon')
  })
})
