import { describe, expect, it } from 'vitest'
import type { Decision } from '../contracts/decision.js'
import { decision, sampleProject } from '../testing/acting-bench.js'
import { closeDoor, markRecords, sendMessage } from '../testing/object-actions.js'
import { objectWorld } from '../testing/object-world.js'
import { placeOf } from './place-of.js'

const world = objectWorld()
const [door, record, message] = [closeDoor(world), markRecords(world), sendMessage(world)]
const home = async () => ({ account: '111122223333', partition: 'aws' })
const made = decision('finding-1', 'front', [{}])
const facts = { project: sampleProject, home }

describe('placeOf', () => {
  it('is the target’s own place for resources', async () => {
    const there = { ...made, account: '444455556666', region: 'us-east-1', partition: 'aws-cn' }
    expect(await placeOf(door, {}, there, facts)).toEqual({
      account: '444455556666',
      region: 'us-east-1',
      partition: 'aws-cn',
    })
  })

  it('is home for messages, in the Region that their parameters name', async () => {
    const place = { account: '111122223333', region: 'eu-west-1', partition: 'aws' }
    expect(await placeOf(message, { text: 'x' }, { ...made, account: null }, facts)).toEqual(place)
    const nowhere = { ...message, region: () => null }
    const us = { ...made, finding: { ...made.finding, region: 'us-east-1' } }
    expect(await placeOf(nowhere, {}, us, facts)).toEqual({ ...place, region: 'us-east-1' })
  })

  it.each<[string, object, { account?: string; region?: string }]>([
    ['the finding’s own place without a hub', {}, { account: '123456789012', region: 'eu-west-1' }],
    ['the hub’s account', { account: '999988887777' }, { account: '999988887777', region: 'eu-west-1' }],
    ['the hub’s Region', { region: 'us-east-1' }, { account: '123456789012', region: 'us-east-1' }],
  ])('is for findings %s', async (_name, hub, place) => {
    expect(await placeOf(record, {}, made, { home, project: { ...sampleProject, hub } })).toEqual({
      partition: 'aws',
      ...place,
    })
  })

  it.each([
    ['eu-west-1', 'aws'],
    ['cn-north-1', 'aws-cn'],
    ['us-gov-west-1', 'aws-us-gov'],
    ['eusc-de-east-1', 'aws-eusc'],
    ['us-iso-east-1', undefined],
  ])('tells the partition of %s by its name: %s', async (region, partition) => {
    const place = await placeOf(record, {}, { ...made, partition: null, finding: { ...made.finding, region } }, facts)
    expect(place?.partition).toBe(partition)
  })

  it.each<[string, Partial<Decision>]>([
    ['account', { account: null }],
    ['Region', { region: null }],
    ['partition', { partition: null }],
  ])('is nowhere without a %s', async (_name, missing) => {
    expect(await placeOf(door, {}, { ...made, ...missing }, facts)).toBeNull()
  })
})
