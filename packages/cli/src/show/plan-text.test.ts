import { describe, expect, it } from 'vitest'
import { emptyPlan, openGroup, samplePlan } from '../testing/sample-plan.js'
import { changeText, planText } from './plan-text.js'
import { plain, styleFor } from './style.js'

describe('planText', () => {
  it('reads like a diff, before and after side by side', async () => {
    await expect(planText(samplePlan, { width: 110, style: plain })).toMatchFileSnapshot('expected/plan-wide.txt')
  })

  it('sets before above after on a narrow terminal', async () => {
    await expect(planText(samplePlan, { width: 60, style: plain })).toMatchFileSnapshot('expected/plan-narrow.txt')
  })

  it.each([60, 80, 110, 200])('keeps to %i columns', (width) => {
    const lines = planText(samplePlan, { width, style: plain }).split('\n')
    expect(lines.filter((line) => line.length > Math.min(width, 140))).toEqual([])
  })

  it('tells the same with and without colours', () => {
    const coloured = planText(samplePlan, { width: 110, style: styleFor({ env: {} }, true, true) })
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character starts a colour
    expect(coloured.replaceAll(/\u001b\[[0-9;]*m/g, '')).toBe(planText(samplePlan, { width: 110, style: plain }))
    expect(coloured).not.toBe(planText(samplePlan, { width: 110, style: plain }))
  })

  it('says so when there is nothing to do', () => {
    expect(planText(emptyPlan, { width: 80, style: plain })).toContain('Plan: nothing to do\n')
  })

  it.each([
    ['an irreversible change', { risk: 'irreversible' as const }, '! '],
    ['something new', { before: null }, '+ '],
    ['a message', { use: 'notify.sns', before: null, after: { text: 'hello' } }, '> '],
    ['something deleted', { after: null }, '- '],
    ['anything else', {}, '~ '],
  ])('marks %s', (_name, part, mark) => {
    expect(
      changeText({ ...openGroup, ...part }, { width: 110, style: plain })
        .trimStart()
        .slice(0, 2),
    ).toBe(mark)
  })
})
