import { describe, expect, it } from 'vitest'
import { answerWith } from '../testing/answer-with.js'
import { applyOnce } from '../testing/apply-once.js'
import { fakeCloudWatch } from '../testing/cloudwatch.js'
import { fakeEc2 } from '../testing/ec2.js'
import type { Ec2Instance } from '../testing/ec2-state.js'
import { inProcessAws } from '../testing/in-process-aws.js'
import { keepsTheLaws } from '../testing/laws.js'
import { planOf } from '../testing/plan-of.js'
import { requireImdsv2 } from './require-imdsv2.js'

const instanceWith = (instance: Ec2Instance, cloudwatch: object = {}) =>
  inProcessAws({ '123456789012': { 'eu-west-1': { ec2: { instances: { 'i-1': instance } }, cloudwatch } } })

const params = { instanceId: 'i-1' }

keepsTheLaws(requireImdsv2, params, {
  open: {
    'an instance as it was made for years': () => instanceWith({}),
    'a stopped instance with tokens optional': () =>
      instanceWith({ state: 'stopped', metadataOptions: { httpTokens: 'optional' } }),
  },
  closed: { 'an instance that requires tokens': () => instanceWith({ metadataOptions: { httpTokens: 'required' } }) },
})

it('names only the tokens, so that hop limit and endpoint stay', async () => {
  const world = instanceWith({ metadataOptions: { hopLimit: 3, httpEndpoint: 'enabled' } })
  await applyOnce(requireImdsv2, params, world)
  const written = world.calls.filter((call) => call.writes).map((call) => call.input)
  expect(written).toEqual([{ InstanceId: 'i-1', HttpTokens: 'required' }])
  expect(world.state).toMatchObject({
    '123456789012': { 'eu-west-1': { ec2: { instances: { 'i-1': { metadataOptions: { hopLimit: 3 } } } } } },
  })
})

it('waits while a change of the options is under way', async () => {
  const world = instanceWith({ metadataOptions: { httpTokens: 'required', state: 'pending' } })
  expect(await planOf(requireImdsv2, params, world)).toEqual({
    kind: 'pending',
    state: { httpTokens: 'required', state: 'pending' },
    message: 'metadata options of instance `i-1` are being changed',
  })
})

it.each(['terminated', 'shutting-down'] as const)('takes a %s instance for gone', async (state) => {
  expect(await planOf(requireImdsv2, params, instanceWith({ state }))).toEqual({ kind: 'gone' })
})

it('says that an instance is gone', async () => {
  expect(await planOf(requireImdsv2, { instanceId: 'i-2' }, instanceWith({}))).toEqual({ kind: 'gone' })
})

describe('an instance whose software still asks without a token', () => {
  const asked = (at: string, sum: number, InstanceId = 'i-1') => ({
    namespace: 'AWS/EC2',
    name: 'MetadataNoToken',
    dimensions: { InstanceId },
    at,
    sum,
  })
  const planWith = (...metrics: object[]) =>
    planOf(requireImdsv2, { ...params, quietDays: 14 }, instanceWith({}, { metrics }))

  it('is refused, with the count', async () => {
    expect(await planWith(asked('2026-11-10T00:00:00Z', 3), asked('2026-11-20T00:00:00Z', 2))).toEqual({
      kind: 'refused',
      code: 'IN_USE',
      message: 'instance `i-1` was asked 5 times without a token in the last 14 days',
    })
  })
  it.each([
    ['long ago', [asked('2026-11-06T00:00:00Z', 3)]],
    ['never', [asked('2026-11-20T00:00:00Z', 0)]],
    ['without a data point', []],
    ['but that was another instance', [asked('2026-11-20T00:00:00Z', 3, 'i-2')]],
  ])('is changed when it last did so %s', async (_when, metrics) => {
    expect((await planWith(...metrics)).kind).toBe('change')
  })
  it.each([{}, { quietDays: 0 }])('is changed when nobody asks how it was: %j', async (days) => {
    const world = instanceWith({}, { metrics: [asked('2026-11-20T00:00:00Z', 3)] })
    expect((await planOf(requireImdsv2, { ...params, ...days }, world)).kind).toBe('change')
    expect(world.calls.map((call) => call.operation)).toEqual(['DescribeInstances'])
  })
})

describe('an empty answer', () => {
  const state = { '123456789012': { 'eu-west-1': { ec2: { instances: { 'i-1': {} } } } } }
  it('of EC2 is not taken for an instance that is gone', async () => {
    const world = inProcessAws(state, { fakes: [answerWith(fakeEc2, { DescribeInstances: {} })] })
    await expect(planOf(requireImdsv2, params, world)).rejects.toMatchObject({
      code: 'aws.failed',
      message: 'AWS answered without metadata options of i-1',
    })
  })
  it('of CloudWatch is not taken for an instance that nobody asks', async () => {
    const world = inProcessAws(state, { fakes: [answerWith(fakeCloudWatch, { GetMetricStatistics: {} })] })
    await expect(planOf(requireImdsv2, { ...params, quietDays: 14 }, world)).rejects.toMatchObject({
      code: 'aws.failed',
      message: 'AWS answered without the metric of i-1',
    })
  })
})
