import { describe, expect, it } from 'vitest'
import { awsError } from '../testing/fake.js'
import { asff, asffId, asffRef, hubWith, ocsf, ocsfRef, place, stored } from '../testing/finding-samples.js'
import type { World } from '../testing/world.js'
import { type FindingUpdate, sendUpdates } from './send-updates.js'

const numbers = Array.from({ length: 250 }, (_, index) => index)
const done = { kind: 'done', receipt: null }
const toNotified = (number: number): FindingUpdate => ({
  finding: asffRef(number),
  body: { Workflow: { Status: 'NOTIFIED' } },
  receipt: null,
})

async function send(world: World, updates: readonly FindingUpdate[]) {
  return sendUpdates(updates, await world.aws.writing(place, JSON.parse('{}')))
}

const sizes = (world: World) =>
  world.calls.map(({ input }) => {
    const ids: unknown = Reflect.get(input, 'FindingIdentifiers') ?? Reflect.get(input, 'MetadataUids')
    return Array.isArray(ids) ? ids.length : 0
  })

describe('sendUpdates', () => {
  it('cuts 250 findings, each named twice, into requests of at most a hundred without duplicates', async () => {
    const world = hubWith(numbers.map((number) => asff(number)))
    const results = await send(world, [...numbers, ...numbers].map(toNotified))
    expect(results).toHaveLength(500)
    expect(results.every((result) => result.kind === 'done')).toBe(true)
    expect(sizes(world)).toEqual([100, 100, 50])
  })

  it('sends alike updates together and others apart', async () => {
    const world = hubWith([asff(1), asff(2), asff(3)])
    const note = (number: number, Text: string): FindingUpdate => ({
      finding: asffRef(number),
      body: { Note: { Text, UpdatedBy: 'redress' } },
      receipt: null,
    })
    await send(world, [note(1, 'a'), note(2, 'b'), note(3, 'a')])
    expect(sizes(world)).toEqual([2, 1])
    expect(stored(world, 1)).toMatchObject({ Note: { Text: 'b' } })
  })

  it('never mixes ids of Security Hub with triples', async () => {
    const world = hubWith([ocsf(1), ocsf(2)])
    const rest = { body: { StatusId: 3 }, receipt: null }
    expect(
      await send(world, [
        { finding: ocsfRef(1), ...rest },
        { finding: ocsfRef(2, null), ...rest },
      ]),
    ).toEqual([done, done])
    expect(world.calls.map(({ input }) => Object.keys(input).sort())).toEqual([
      ['MetadataUids', 'StatusId'],
      ['FindingIdentifiers', 'StatusId'],
    ])
  })

  const codes: readonly [string, number, string, number][] = [
    ['ConcurrentUpdateError', 2, 'done', 3],
    ['InternalFailure', 2, 'done', 3],
    ['ConcurrentUpdateError', 3, 'ConcurrentUpdateError', 3],
    ['DuplicatedFindingIdentifier', 1, 'DuplicatedFindingIdentifier', 1],
    ['FindingNotFound', 1, 'FindingNotFound', 1],
    ['FindingSizeExceeded', 1, 'FindingSizeExceeded', 1],
    ['InvalidInput', 1, 'InvalidInput', 1],
  ]
  it.each(codes)('%s given %i times comes out as %s after %i requests', async (code, times, expected, requests) => {
    const world = hubWith([asff(1), asff(2)], { [asffId(1)]: Array.from({ length: times }, () => code) })
    const results = await send(world, [toNotified(1), toNotified(2)])
    const outcome = {
      kind: 'failed',
      code,
      message: `Security Hub did not update the finding: ${code} for ${asffId(1)}`,
    }
    expect(results).toEqual([expected === 'done' ? done : { kind: 'outcome', outcome }, done])
    expect(sizes(world)).toEqual([2, ...Array.from({ length: requests - 1 }, () => 1)])
  })

  it.each([
    ['ConflictException', 'done'],
    ['InternalServerException', 'done'],
    ['ResourceNotFoundException', 'outcome'],
    ['ValidationException', 'outcome'],
  ])('%s of the V2 call comes out as %s', async (code, expected) => {
    const world = hubWith([ocsf(1)], { 'uid-1': [code] })
    const [result] = await send(world, [{ finding: ocsfRef(1), body: { StatusId: 3 }, receipt: null }])
    expect(result?.kind).toBe(expected)
  })

  it('keeps what earlier requests did when a later one is refused', async () => {
    const world = hubWith([asff(1), asff(2)])
    world.fault = () => {
      if (world.calls.length === 2) throw awsError('LimitExceededException', 'slow down', 429)
    }
    const other = { finding: asffRef(2), body: { Workflow: { Status: 'RESOLVED' } }, receipt: null }
    expect(await send(world, [toNotified(1), other])).toEqual([
      done,
      {
        kind: 'outcome',
        outcome: {
          kind: 'failed',
          code: 'LimitExceededException',
          message: 'Security Hub refused the update: slow down',
        },
      },
    ])
  })

  it('does not send again after a server error, which proves nothing', async () => {
    const world = hubWith([asff(1)])
    world.fault = () => {
      throw awsError('InternalException', 'oops', 500)
    }
    const [result] = await send(world, [toNotified(1)])
    expect(result).toMatchObject({ outcome: { kind: 'unknown', code: 'NO_ANSWER' } })
    expect(world.calls).toHaveLength(1)
  })

  it('asks nothing for an update that changes nothing, and refuses one without an identity', async () => {
    const world = hubWith([asff(1)])
    const results = await send(world, [
      { finding: asffRef(1), body: {}, receipt: null },
      { ...toNotified(1), finding: { ...asffRef(1), productArn: null } },
    ])
    expect(results).toMatchObject([done, { outcome: { kind: 'refused', code: 'NO_IDENTITY' } }])
    expect(world.calls).toEqual([])
  })
})
