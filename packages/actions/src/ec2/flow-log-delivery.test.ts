import type { IntentReceipt } from '@redress/engine'
import { describe, expect, it } from 'vitest'
import { inProcessAws } from '../testing/in-process-aws.js'
import type { World } from '../testing/world.js'
import { ensureLogGroup, ensureRole } from './flow-log-delivery.js'

const receipt: IntentReceipt = JSON.parse('{"runId":"test","seq":0}')
const sessionOf = (world: World, partition = 'aws') =>
  world.aws.writing({ account: '123456789012', region: 'eu-west-1', partition }, receipt)

const worldWith = (services: { logs?: object; iam?: object } = {}) =>
  inProcessAws({
    '123456789012': { 'eu-west-1': { logs: services.logs ?? {} }, global: { iam: services.iam ?? {} } },
  })
const writes = (world: World) => world.calls.filter((call) => call.writes).map((call) => call.operation)

describe('the log group', () => {
  it('is made with its retention where absent', async () => {
    const world = worldWith()
    await ensureLogGroup('/vpc', 30, await sessionOf(world))
    expect(world.state['123456789012']?.['eu-west-1']?.['logs']).toEqual({
      logGroups: { '/vpc': { retentionInDays: 30 } },
    })
  })
  it('stays as it is where present', async () => {
    const world = worldWith({ logs: { logGroups: { '/vpc': {}, '/vpc-2': {} } } })
    await ensureLogGroup('/vpc', 30, await sessionOf(world))
    expect(writes(world)).toEqual([])
  })
  it('is not mistaken for one whose name only begins alike', async () => {
    const world = worldWith({ logs: { logGroups: { '/vpc-2': {} } } })
    await ensureLogGroup('/vpc', 30, await sessionOf(world))
    expect(writes(world)).toEqual(['CreateLogGroup', 'PutRetentionPolicy'])
  })
})

describe('the role', () => {
  const rolesIn = (world: World): unknown =>
    JSON.parse(JSON.stringify(world.state['123456789012']?.['global']?.['iam'])).roles

  it('is made for the flow logs of this account alone, and may write to this group alone', async () => {
    const world = worldWith()
    const arn = await ensureRole('flow', '/vpc', await sessionOf(world))
    expect(arn).toBe('arn:aws:iam::123456789012:role/flow')
    const role = JSON.parse(JSON.stringify(rolesIn(world))).flow
    expect(JSON.parse(role.trustPolicy)).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: 'vpc-flow-logs.amazonaws.com' },
          Action: 'sts:AssumeRole',
          Condition: {
            StringEquals: { 'aws:SourceAccount': '123456789012' },
            ArnLike: { 'aws:SourceArn': 'arn:aws:ec2:*:123456789012:vpc-flow-log/*' },
          },
        },
      ],
    })
    expect(Object.keys(role.policies)).toEqual(['write--vpc'])
    expect(JSON.parse(role.policies['write--vpc']).Statement[0]).toEqual({
      Effect: 'Allow',
      Action: ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
      Resource: ['arn:aws:logs:*:123456789012:log-group:/vpc', 'arn:aws:logs:*:123456789012:log-group:/vpc:*'],
    })
  })
  it('speaks of the partition that it is in', async () => {
    const world = worldWith()
    await ensureRole('flow', '/vpc', await sessionOf(world, 'aws-cn'))
    expect(JSON.stringify(rolesIn(world))).toContain('arn:aws-cn:logs:*')
    expect(JSON.stringify(rolesIn(world))).not.toContain('arn:aws:')
  })
  it('of someone else is used as it is, path and all', async () => {
    const theirs = { trustPolicy: '{}', path: '/network/', policies: {} }
    const world = worldWith({ iam: { roles: { flow: theirs } } })
    expect(await ensureRole('flow', '/vpc', await sessionOf(world))).toBe('arn:aws:iam::123456789012:role/network/flow')
    expect(writes(world)).toEqual([])
  })
  it('that a crash left without its policy gets it', async () => {
    const world = worldWith()
    world.fault = ({ operation }) => {
      if (operation === 'PutRolePolicy') throw new Error('crashed')
    }
    await expect(ensureRole('flow', '/vpc', await sessionOf(world))).rejects.toThrow('crashed')
    world.fault = null
    await ensureRole('flow', '/vpc', await sessionOf(world))
    await ensureRole('flow', '/vpc', await sessionOf(world))
    expect(writes(world)).toEqual(['CreateRole', 'PutRolePolicy', 'PutRolePolicy'])
  })
})
