import { Value } from '@sinclair/typebox/value'
import { expect, it } from 'vitest'
import { bench, decision } from '../testing/acting-bench.js'
import { planSchema } from './plan-schema.js'

it('holds for what planning makes, and is JSON Schema', async () => {
  const plan = await bench().plan(decision('finding-1', 'front', [{}, { use: 'none' }]))
  expect([...Value.Errors(planSchema, plan)]).toEqual([])
  expect(JSON.parse(JSON.stringify(planSchema))).toMatchObject({ type: 'object', additionalProperties: false })
})
