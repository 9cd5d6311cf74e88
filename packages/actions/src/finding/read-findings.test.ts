import { describe, expect, it } from 'vitest'
import { asff, asffRef, hubWith, ocsf, ocsfRef, place } from '../testing/finding-samples.js'
import { type Identity, identityOf, keyOf } from './identity.js'
import { readFindings } from './read-findings.js'

const numbers = Array.from({ length: 250 }, (_, index) => index)
const identities = (format: 'asff' | 'ocsf'): readonly Identity[] =>
  numbers.flatMap((number) => identityOf(format === 'asff' ? asffRef(number) : ocsfRef(number)) ?? [])

describe('readFindings', () => {
  it.each(['asff', 'ocsf'] as const)('fetches 250 %s findings by twenties, each of them once', async (format) => {
    const world = hubWith(numbers.map((number) => (format === 'asff' ? asff(number) : ocsf(number))))
    const wanted = identities(format)
    const found = await readFindings([...wanted, ...wanted], await world.aws.reading(place))
    expect([...found.keys()].sort()).toEqual(wanted.map(keyOf).sort())
    expect(world.calls).toHaveLength(13)
  })

  it('does not return other combinations of the ids and products that it asked for', async () => {
    const guardDuty = 'arn:aws:securityhub:eu-west-1::product/aws/guardduty'
    const world = hubWith([asff(1), asff(2), asff(1, { ProductArn: guardDuty })])
    const first = identityOf(asffRef(1))
    const second = identityOf({ ...asffRef(2), productArn: guardDuty })
    if (first === null || second === null) throw new Error('no identity')
    const found = await readFindings([first, second], await world.aws.reading(place))
    expect([...found.keys()]).toEqual([keyOf(first)])
  })

  it('goes through all pages', async () => {
    const copies = Array.from({ length: 120 }, () => ocsf(7))
    const world = hubWith([...copies, ocsf(8)])
    const wanted = [ocsfRef(7, null), ocsfRef(8, null)].flatMap((ref) => identityOf(ref) ?? [])
    const found = await readFindings(wanted, await world.aws.reading(place))
    expect([...found.keys()]).toEqual(wanted.map(keyOf))
    expect(world.calls).toHaveLength(2)
  })
})
