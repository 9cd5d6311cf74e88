import { DescribeDBInstancesCommand, ModifyDBInstanceCommand, RDSClient } from '@aws-sdk/client-rds'
import type { IntentReceipt } from '@redress/engine'
import { expect, it } from 'vitest'
import { inProcessAws } from './in-process-aws.js'
import type { RdsInstance } from './rds.js'

const receipt: IntentReceipt = JSON.parse('{"runId":"test","seq":0}')
const clientWith = async (orders: RdsInstance) => {
  const world = inProcessAws({ '123456789012': { 'eu-west-1': { rds: { instances: { orders } } } } })
  const aws = await world.aws.writing({ account: '123456789012', region: 'eu-west-1', partition: 'aws' }, receipt)
  return aws.client(RDSClient)
}

it('makes the changes that wait, too, when one is to be made immediately', async () => {
  const rds = await clientWith({ instanceClass: 'db.t4g.micro', pending: { instanceClass: 'db.r6g.large' } })
  const change = { DBInstanceIdentifier: 'orders', PubliclyAccessible: true }
  const waiting = await rds.send(new ModifyDBInstanceCommand(change))
  expect(waiting.DBInstance).toMatchObject({ PubliclyAccessible: true, DBInstanceClass: 'db.t4g.micro' })
  const made = await rds.send(new ModifyDBInstanceCommand({ ...change, ApplyImmediately: true }))
  expect(made.DBInstance).toMatchObject({ DBInstanceClass: 'db.r6g.large', PendingModifiedValues: {} })
})

it('lists all instances where none is named', async () => {
  const rds = await clientWith({ publiclyAccessible: true })
  const { DBInstances } = await rds.send(new DescribeDBInstancesCommand({}))
  expect(DBInstances).toMatchObject([{ DBInstanceIdentifier: 'orders', DBInstanceStatus: 'available' }])
})

it('changes no instance that is not available, nor one that is not there', async () => {
  const rds = await clientWith({ status: 'modifying' })
  const change = (DBInstanceIdentifier: string) => rds.send(new ModifyDBInstanceCommand({ DBInstanceIdentifier }))
  await expect(change('orders')).rejects.toMatchObject({ name: 'InvalidDBInstanceStateFault' })
  await expect(change('other')).rejects.toMatchObject({ name: 'DBInstanceNotFoundFault' })
})
