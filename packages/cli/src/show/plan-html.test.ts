import { describe, expect, it } from 'vitest'
import { emptyPlan, samplePlan } from '../testing/sample-plan.js'
import { planHtml } from './plan-html.js'

describe('planHtml', () => {
  it('is one page with everything in it', async () => {
    await expect(planHtml(samplePlan)).toMatchFileSnapshot('expected/plan.html')
  })

  it('fetches nothing and runs nothing', () => {
    const page = planHtml(samplePlan)
    expect(page).not.toMatch(/<script|<link|<img|<iframe|url\(|@import|\son[a-z]+=|https?:/i)
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`)
  })

  it('shows what findings say and never runs it', () => {
    const page = planHtml(samplePlan)
    expect(page).not.toContain('<b>block</b>')
    expect(page).toContain('&#60;b&#62;block&#60;/b&#62; public access settings \\u001b[2J enabled')
  })

  it('quotes a message with its line breaks', () => {
    expect(planHtml(samplePlan)).toContain('1. Tell its owner.\n2. Look through')
  })

  it('says so when there is nothing to do', () => {
    expect(planHtml(emptyPlan)).toContain('<title>Redress plan: nothing to do</title>')
  })
})
