import { describe, expect, it } from 'vitest'
import { misfit } from '../testing/fits.js'
import { samplePlan } from '../testing/sample-plan.js'
import { outputSchemas } from './index.js'
import { planOutput } from './plan.js'

describe('outputSchemas', () => {
  it.each(Object.entries(outputSchemas))('names the command of %s and is closed', (_name, schema) => {
    expect(schema.title).toMatch(/^Output of redress [a-z]+/)
    expect(schema.additionalProperties).toBe(false)
    expect(JSON.parse(JSON.stringify(schema))).toMatchObject({ type: 'object' })
  })

  it('refuses a member that it does not name', () => {
    const output = { ...planOutput(samplePlan), more: 1 }
    expect(misfit(outputSchemas.plan, JSON.stringify(planOutput(samplePlan)))).toBeNull()
    expect(misfit(outputSchemas.plan, JSON.stringify(output))).toBe('/more Unexpected property')
  })
})
