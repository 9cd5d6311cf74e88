import { expect, it } from 'vitest'
import { blockPublicAccess } from '../s3/block-public-access.js'
import { inProcessAws } from './index.js'
import { contextAt, planOf } from './plan-of.js'

it('plans in account 123456789012 unless told otherwise', async () => {
  const world = inProcessAws({ '111122223333': { global: { s3: { buckets: { logs: {} } } } } })
  const params = { bucket: 'logs' }
  await expect(planOf(blockPublicAccess, params, world)).rejects.toMatchObject({ name: 'AccessDenied' })
  expect(await planOf(blockPublicAccess, params, world, { account: '111122223333' })).toMatchObject({ kind: 'change' })
})

it('a context says when', () => {
  expect(contextAt(5).now).toBe(5)
})
