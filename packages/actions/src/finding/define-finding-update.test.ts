import type { FindingRef } from '@redress/engine'
import { describe, expect, it } from 'vitest'
import { asff, asffId, asffRef, hubWith, ocsf, ocsfRef, place, stored } from '../testing/finding-samples.js'
import type { World } from '../testing/world.js'
import { suppress } from './suppress.js'

const params = { note: 'accepted' }
const item = (finding: FindingRef) => ({ params, context: { now: 0, finding } })

async function plan(world: World, findings: readonly FindingRef[]) {
  return suppress.plan(findings.map(item), await world.aws.reading(place))
}

async function planAndApply(world: World, findings: readonly FindingRef[]) {
  const planned = await plan(world, findings)
  const items = findings.flatMap((finding, index) => {
    const one = planned[index]
    return one?.kind === 'change' ? [{ ...item(finding), before: one.before, after: one.after }] : []
  })
  const session = await world.aws.writing(place, JSON.parse('{}'))
  return { items, applied: await suppress.apply(items, session), session }
}

describe('a finding update', () => {
  it('plans what Security Hub says and not what the event said', async () => {
    const forged = { ...asffRef(1), severity: 'LOW' as const }
    const [planned] = await plan(hubWith([asff(1, { Workflow: { Status: 'NOTIFIED' } })]), [forged])
    expect(planned).toMatchObject({ kind: 'change', before: { workflow: 'NOTIFIED', note: null } })
  })

  it('is refused for a finding that Security Hub does not have', async () => {
    const other = { ...asffRef(1), productArn: 'arn:aws:securityhub:eu-west-1::product/aws/guardduty' }
    expect(await plan(hubWith([asff(1), asff(2)]), [asffRef(3), other, asffRef(2)])).toMatchObject([
      { kind: 'refused', code: 'FINDING_NOT_FOUND', message: `Security Hub has no finding \`${asffId(3)}\`` },
      { kind: 'refused', code: 'FINDING_NOT_FOUND' },
      { kind: 'change' },
    ])
  })

  it('is refused without an identity, and then asks nothing', async () => {
    const world = hubWith([asff(1)])
    expect(await plan(world, [{ ...asffRef(1), productArn: null }])).toEqual([
      {
        kind: 'refused',
        code: 'NO_IDENTITY',
        message: `the finding \`${asffId(1)}\` carries no product ARN, so Security Hub cannot be told which one is meant`,
      },
    ])
    expect(world.calls).toEqual([])
  })

  it('is refused for an archived OCSF finding, which a status would bring back', async () => {
    expect(await plan(hubWith([ocsf(1, { status_id: 5 })]), [ocsfRef(1)])).toEqual([
      {
        kind: 'refused',
        code: 'FINDING_ARCHIVED',
        message: 'the finding is archived, and a new status would bring it back',
      },
    ])
  })

  it('settles in the order of the items, whatever their format', async () => {
    const world = hubWith([ocsf(1), asff(1), ocsf(2)])
    const refs = [asffRef(1), ocsfRef(2, null), ocsfRef(1), asffRef(1)]
    const { applied } = await planAndApply(world, refs)
    expect(applied).toEqual(refs.map(() => ({ kind: 'done', receipt: null })))
    expect([0, 1, 2].map((index) => stored(world, index))).toMatchObject([
      { status: 'Suppressed', comment: '— redress:\naccepted' },
      { Workflow: { Status: 'SUPPRESSED' }, Note: { Text: 'accepted', UpdatedBy: 'redress' } },
      { status: 'Suppressed' },
    ])
  })

  it('takes back workflow and a person’s note, and says so where a note cannot be removed', async () => {
    const world = hubWith([asff(1), asff(2, { Note: { Text: 'mine', UpdatedBy: 'alice' } })])
    const { items, session } = await planAndApply(world, [asffRef(1), asffRef(2)])
    expect(stored(world, 1)).toMatchObject({ Note: { Text: 'mine\n— redress:\naccepted', UpdatedBy: 'redress' } })
    const journaled: typeof items = JSON.parse(JSON.stringify(items))
    const undone = await suppress.undo?.(
      journaled.map((one) => ({ ...one, receipt: null })),
      session,
    )
    expect(undone).toEqual([
      { kind: 'done', receipt: null },
      { kind: 'done', receipt: null },
    ])
    expect(stored(world, 0)).toMatchObject({ Workflow: { Status: 'NEW' }, Note: { Text: 'note withdrawn' } })
    expect(stored(world, 1)).toMatchObject({ Workflow: { Status: 'NEW' }, Note: { Text: 'mine', UpdatedBy: 'alice' } })
  })
})
