import { expect, it } from 'vitest'
import { answerWith } from '../testing/answer-with.js'
import { applyOnce } from '../testing/apply-once.js'
import { inProcessAws } from '../testing/in-process-aws.js'
import { keepsTheLaws } from '../testing/laws.js'
import { planOf } from '../testing/plan-of.js'
import type { RdsInstance } from '../testing/rds.js'
import { fakeRds } from '../testing/rds.js'
import { disablePublicAccess } from './disable-public-access.js'

const params = { instanceId: 'orders' }
const instanceWith = (instance: RdsInstance) =>
  inProcessAws({ '123456789012': { 'eu-west-1': { rds: { instances: { orders: instance } } } } })

keepsTheLaws(disablePublicAccess, params, {
  open: { 'a public instance': () => instanceWith({ publiclyAccessible: true }) },
  closed: {
    'a private instance': () => instanceWith({ publiclyAccessible: false }),
    'a private instance that is being changed': () => instanceWith({ status: 'modifying' }),
  },
})

it('leaves changes that wait for the maintenance window waiting', async () => {
  const pending = { instanceClass: 'db.r6g.large' }
  const world = instanceWith({ publiclyAccessible: true, instanceClass: 'db.t4g.micro', pending })
  await applyOnce(disablePublicAccess, params, world)
  expect(world.state['123456789012']?.['eu-west-1']?.['rds']).toEqual({
    instances: { orders: { publiclyAccessible: false, instanceClass: 'db.t4g.micro', pending } },
  })
})

it.each(['modifying', 'stopped', 'backing-up'])('waits while an instance is %s', async (status) => {
  expect(await planOf(disablePublicAccess, params, instanceWith({ publiclyAccessible: true, status }))).toEqual({
    kind: 'pending',
    state: { publiclyAccessible: true },
    message: `database instance \`orders\` can be changed when it is available, it is \`${status}\``,
  })
})

it('takes an instance that is being deleted for gone', async () => {
  const world = instanceWith({ publiclyAccessible: true, status: 'deleting' })
  expect(await planOf(disablePublicAccess, params, world)).toEqual({ kind: 'gone' })
})

it('says that an instance is gone', async () => {
  expect(await planOf(disablePublicAccess, { instanceId: 'other' }, instanceWith({}))).toEqual({ kind: 'gone' })
})

it.each([
  ['no list', {}, 'database instance orders'],
  ['an empty list', { DBInstances: [] }, 'database instance orders'],
  ['an instance without the setting', { DBInstances: [{}] }, 'public access of orders'],
])('does not guess from an answer with %s', async (_name, answer, what) => {
  const world = inProcessAws({}, { fakes: [answerWith(fakeRds, { DescribeDBInstances: answer })] })
  await expect(planOf(disablePublicAccess, params, world)).rejects.toMatchObject({
    code: 'aws.failed',
    message: `AWS answered without ${what}`,
  })
})
