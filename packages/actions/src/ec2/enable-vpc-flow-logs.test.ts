import { describe, expect, it } from 'vitest'
import { answerWith } from '../testing/answer-with.js'
import { applyOnce } from '../testing/apply-once.js'
import { fakeEc2 } from '../testing/ec2.js'
import type { Ec2FlowLog } from '../testing/ec2-state.js'
import { inProcessAws } from '../testing/in-process-aws.js'
import { keepsTheLaws } from '../testing/laws.js'
import { planOf } from '../testing/plan-of.js'
import { enableVpcFlowLogs } from './enable-vpc-flow-logs.js'

const params = { vpcId: 'vpc-1', logGroupName: '/vpc/flow-logs', roleName: 'vpc-flow-logs' }

const vpcWith = (flowLogs: { [id: string]: Ec2FlowLog } = {}) =>
  inProcessAws({ '123456789012': { 'eu-west-1': { ec2: { vpcs: { 'vpc-1': {}, 'vpc-2': {} }, flowLogs } } } })

const toBucket: Ec2FlowLog = {
  resourceId: 'vpc-1',
  trafficType: 'ALL',
  destinationType: 's3',
  destination: 'arn:aws:s3:::flow-logs',
}

keepsTheLaws(enableVpcFlowLogs, params, {
  open: {
    'a VPC without flow logs': () => vpcWith(),
    'a VPC that records only accepted traffic': () => vpcWith({ 'fl-1': { ...toBucket, trafficType: 'ACCEPT' } }),
    'a VPC whose flow log is not active': () => vpcWith({ 'fl-1': { ...toBucket, status: 'FAILED' } }),
    'a VPC beside one that is logged': () => vpcWith({ 'fl-1': { ...toBucket, resourceId: 'vpc-2' } }),
  },
  closed: { 'a VPC that records all traffic to a bucket': () => vpcWith({ 'fl-1': toBucket }) },
})

keepsTheLaws(
  enableVpcFlowLogs,
  { ...params, trafficType: 'REJECT' },
  {
    open: { 'a VPC without flow logs': () => vpcWith() },
    closed: {
      'a VPC that records rejected traffic': () => vpcWith({ 'fl-1': { ...toBucket, trafficType: 'REJECT' } }),
      'a VPC that records all traffic': () => vpcWith({ 'fl-1': toBucket }),
    },
  },
)

const flowLogs = (world: ReturnType<typeof vpcWith>): unknown =>
  Reflect.get(world.state['123456789012']?.['eu-west-1']?.['ec2'] ?? {}, 'flowLogs')

it('undo removes the flow log that it made and no other, and keeps the records', async () => {
  const world = vpcWith({ 'fl-1': { ...toBucket, trafficType: 'ACCEPT' } })
  const { undo } = await applyOnce(enableVpcFlowLogs, params, world)
  expect(Object.keys(Object(flowLogs(world)))).toEqual(['fl-1', 'fl-new1'])
  await undo()
  expect(flowLogs(world)).toEqual({ 'fl-1': { ...toBucket, trafficType: 'ACCEPT' } })
  expect(world.state).toMatchObject({
    '123456789012': {
      'eu-west-1': { logs: { logGroups: { '/vpc/flow-logs': { retentionInDays: 365 } } } },
      global: { iam: { roles: { 'vpc-flow-logs': {} } } },
    },
  })
})

it('fails where EC2 reports success for the call and failure for the VPC', async () => {
  const world = vpcWith()
  world.fault = ({ operation }) => {
    if (operation === 'CreateFlowLogs')
      Reflect.set(world.state['123456789012']?.['eu-west-1']?.['ec2'] ?? {}, 'vpcs', {})
  }
  await expect(applyOnce(enableVpcFlowLogs, params, world)).rejects.toMatchObject({
    code: 'aws.failed',
    message: 'EC2 made no flow log of vpc-1: InvalidVpcId.NotFound vpc-1 is not there',
    hint: 'a role that was made seconds ago may not be known to EC2 yet; plan again',
  })
})

describe('what is planned', () => {
  it('shows the flow log with its destination and role', async () => {
    const log = { trafficType: 'ALL', destinationType: 'cloud-watch-logs', destination: '/vpc/flow-logs' }
    expect(await planOf(enableVpcFlowLogs, params, vpcWith())).toEqual({
      kind: 'change',
      before: { flowLogs: [] },
      after: { flowLogs: [{ ...log, role: 'vpc-flow-logs' }] },
    })
  })
  it('is nothing for a VPC that is gone', async () => {
    expect(await planOf(enableVpcFlowLogs, { ...params, vpcId: 'vpc-3' }, vpcWith())).toEqual({ kind: 'gone' })
  })
})

it('does not take an empty answer for a VPC without flow logs', async () => {
  const state = { '123456789012': { 'eu-west-1': { ec2: { vpcs: { 'vpc-1': {} } } } } }
  const world = inProcessAws(state, { fakes: [answerWith(fakeEc2, { DescribeFlowLogs: {} })] })
  await expect(planOf(enableVpcFlowLogs, params, world)).rejects.toMatchObject({
    code: 'aws.failed',
    message: 'AWS answered without the list of flow logs of vpc-1',
  })
})
