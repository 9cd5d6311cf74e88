import { DescribeInstancesCommand, EC2Client, ModifyInstanceMetadataOptionsCommand } from '@aws-sdk/client-ec2'
import type { IntentReceipt } from '@redress/engine'
import { expect, it } from 'vitest'
import { inProcessAws } from './in-process-aws.js'

const receipt: IntentReceipt = JSON.parse('{"runId":"test","seq":0}')
const clientWith = async (ec2: object) => {
  const world = inProcessAws({ '123456789012': { 'eu-west-1': { ec2 } } })
  const aws = await world.aws.writing({ account: '123456789012', region: 'eu-west-1', partition: 'aws' }, receipt)
  return aws.client(EC2Client)
}

it('keeps the metadata options that a call does not name', async () => {
  const ec2 = await clientWith({ instances: { 'i-1': { metadataOptions: { hopLimit: 3 } } } })
  await ec2.send(new ModifyInstanceMetadataOptionsCommand({ InstanceId: 'i-1', HttpTokens: 'required' }))
  const { Reservations } = await ec2.send(new DescribeInstancesCommand({}))
  expect(Reservations?.[0]?.Instances).toMatchObject([
    {
      InstanceId: 'i-1',
      State: { Name: 'running' },
      MetadataOptions: {
        HttpTokens: 'required',
        HttpPutResponseHopLimit: 3,
        HttpEndpoint: 'enabled',
        State: 'applied',
      },
    },
  ])
})

it('does not know an instance that is not there', async () => {
  const ec2 = await clientWith({})
  await expect(ec2.send(new DescribeInstancesCommand({ InstanceIds: ['i-1'] }))).rejects.toMatchObject({
    name: 'InvalidInstanceID.NotFound',
  })
})
