import { describe, expect, it } from 'vitest'
import { checks } from '../testing/checks.js'
import { asff, asffRef, hubWith, ocsf, ocsfRef, place, stored } from '../testing/finding-samples.js'
import { keepsTheLaws } from '../testing/laws.js'
import { setFields } from './set-fields.js'

const params = { fields: { ticket: 'SEC-1234', owner: 'network-team' } }

keepsTheLaws(setFields, params, {
  finding: asffRef(1),
  open: {
    'a finding without fields': () => hubWith([asff(1)]),
    'a finding with other fields': () => hubWith([asff(1, { UserDefinedFields: { ticket: 'SEC-1', cost: 'low' } })]),
  },
  closed: {
    'a finding with these and more': () => hubWith([asff(1, { UserDefinedFields: { ...params.fields, cost: 'low' } })]),
  },
})

describe('finding.set-fields', () => {
  const plan = async (world: ReturnType<typeof hubWith>, finding = asffRef(1)) =>
    setFields.plan([{ params, context: { now: 0, finding } }], await world.aws.reading(place))

  it('keeps the fields that are there, since the call replaces them all', async () => {
    const world = hubWith([asff(1, { UserDefinedFields: { cost: 'low' } })])
    const [planned] = await plan(world)
    if (planned?.kind !== 'change') throw new Error('expected a change')
    const item = { params, context: { now: 0, finding: asffRef(1) }, before: planned.before, after: planned.after }
    const session = await world.aws.writing(place, JSON.parse('{}'))
    await setFields.apply([item], session)
    expect(stored(world)).toMatchObject({ UserDefinedFields: { cost: 'low', ...params.fields } })
    await setFields.undo?.([{ ...item, receipt: null }], session)
    expect(stored(world)).toMatchObject({ UserDefinedFields: { cost: 'low' } })
  })

  it('is refused for OCSF', async () => {
    expect(await plan(hubWith([ocsf(1)]), ocsfRef(1))).toEqual([
      { kind: 'refused', code: 'NOT_SUPPORTED', message: 'an OCSF finding has no user-defined fields' },
    ])
  })

  it('is refused where the fields would be more than fifty', async () => {
    const many = Object.fromEntries(Array.from({ length: 49 }, (_, index) => [`f${index}`, 'x']))
    expect(await plan(hubWith([asff(1, { UserDefinedFields: many })]))).toEqual([
      {
        kind: 'refused',
        code: 'TOO_MANY_FIELDS',
        message: 'the finding would have 51 user-defined fields, and 50 is the most',
      },
    ])
  })

  it.each([
    [{ fields: { a: 'b' } }, true],
    [{ fields: {} }, false],
    [{ fields: { a: '' } }, false],
    [{ fields: { a: 1 } }, false],
    [{ fields: { [`a${'x'.repeat(128)}`]: 'b' } }, false],
  ])('takes %j: %s', (given, fine) => {
    expect(checks(setFields.params, given)).toBe(fine)
  })
})
