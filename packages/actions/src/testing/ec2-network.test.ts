import {
  CreateFlowLogsCommand,
  CreateNetworkAclEntryCommand,
  DeleteFlowLogsCommand,
  DeleteNetworkAclEntryCommand,
  DescribeVpcsCommand,
  EC2Client,
} from '@aws-sdk/client-ec2'
import type { IntentReceipt } from '@redress/engine'
import { describe, expect, it } from 'vitest'
import { inProcessAws } from './in-process-aws.js'

const receipt: IntentReceipt = JSON.parse('{"runId":"test","seq":0}')
const clientWith = async (ec2: object) => {
  const world = inProcessAws({ '123456789012': { 'eu-west-1': { ec2 } } })
  const aws = await world.aws.writing({ account: '123456789012', region: 'eu-west-1', partition: 'aws' }, receipt)
  return aws.client(EC2Client)
}

describe('an entry of a network ACL', () => {
  const entry = { NetworkAclId: 'acl-1', RuleNumber: 100, Egress: false }
  const all = { ...entry, Protocol: '-1', RuleAction: 'allow' as const, CidrBlock: '0.0.0.0/0' }

  it('cannot take a number that is taken, but one of the other direction', async () => {
    const ec2 = await clientWith({ networkAcls: { 'acl-1': { entries: [{ ruleNumber: 100, protocol: '-1' }] } } })
    await expect(ec2.send(new CreateNetworkAclEntryCommand(all))).rejects.toMatchObject({
      name: 'NetworkAclEntryAlreadyExists',
    })
    await ec2.send(new CreateNetworkAclEntryCommand({ ...all, Egress: true }))
  })
  it('cannot be deleted when it is not there', async () => {
    const ec2 = await clientWith({ networkAcls: { 'acl-1': { entries: [] } } })
    await expect(ec2.send(new DeleteNetworkAclEntryCommand(entry))).rejects.toMatchObject({
      name: 'InvalidNetworkAclEntry.NotFound',
    })
  })
})

describe('a flow log', () => {
  const wanted = {
    ResourceType: 'VPC' as const,
    ResourceIds: ['vpc-1'],
    TrafficType: 'ALL' as const,
    LogGroupName: 'x',
  }

  it('is refused a second time for the same destination', async () => {
    const ec2 = await clientWith({ vpcs: { 'vpc-1': {} } })
    await ec2.send(new CreateFlowLogsCommand(wanted))
    await expect(ec2.send(new CreateFlowLogsCommand(wanted))).rejects.toMatchObject({ name: 'FlowLogAlreadyExists' })
  })
  it('of a VPC that is not there fails inside an answer that is a success', async () => {
    const ec2 = await clientWith({})
    const { FlowLogIds, Unsuccessful } = await ec2.send(new CreateFlowLogsCommand(wanted))
    expect(FlowLogIds).toEqual([])
    expect(Unsuccessful).toMatchObject([{ ResourceId: 'vpc-1', Error: { Code: 'InvalidVpcId.NotFound' } }])
  })
  it('that is not there fails to be deleted inside an answer that is a success', async () => {
    const ec2 = await clientWith({})
    const { Unsuccessful } = await ec2.send(new DeleteFlowLogsCommand({ FlowLogIds: ['fl-1'] }))
    expect(Unsuccessful).toMatchObject([{ ResourceId: 'fl-1', Error: { Code: 'InvalidFlowLogId.NotFound' } }])
  })
})

it('does not know a VPC that is not there', async () => {
  const ec2 = await clientWith({})
  await expect(ec2.send(new DescribeVpcsCommand({ VpcIds: ['vpc-1'] }))).rejects.toMatchObject({
    name: 'InvalidVpcID.NotFound',
  })
})
