import type { Action, FindingRef, UndoItem } from '@redress/engine'
import { describe, expect, it } from 'vitest'
import { asff, asffId, asffRef, hubWith, ocsf, ocsfRef, place, stored } from '../testing/finding-samples.js'
import type { World } from '../testing/world.js'
import { note } from './note.js'
import { setSeverity } from './set-severity.js'
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
  return suppress.apply(items, session)
}

describe('a finding update', () => {
  it('plans what Security Hub says and not what the event said', async () => {
    const forged = { ...asffRef(1), severity: 'LOW' as const }
    const [planned] = await plan(hubWith([asff(1, { Workflow: { Status: 'NOTIFIED' } })]), [forged])
    expect(planned).toMatchObject({
      kind: 'change',
      before: { workflow: 'NOTIFIED' },
      after: { workflow: 'SUPPRESSED' },
    })
  })

  it('is refused for a finding that Security Hub does not have', async () => {
    const other = { ...asffRef(1), productArn: 'arn:aws:securityhub:eu-west-1::product/aws/guardduty' }
    expect(await plan(hubWith([asff(1), asff(2)]), [asffRef(3), other, asffRef(2)])).toMatchObject([
      { kind: 'refused', code: 'FINDING_NOT_FOUND', message: `Security Hub has no finding \`${asffId(3)}\`` },
      { kind: 'refused', code: 'FINDING_NOT_FOUND' },
      { kind: 'change' },
    ])
  })

  it.each([
    ['ASFF', asff(1, { AwsAccountId: '111122223333' }), asffRef(1)],
    ['OCSF', ocsf(1, { cloud: { account: { uid: '111122223333' }, region: 'eu-west-1' } }), ocsfRef(1)],
    ['one that says no account', asff(1, { AwsAccountId: null }), asffRef(1)],
  ])('is refused for a finding that is of another account than the event said: %s', async (_, finding, ref) => {
    const owner = finding['AwsAccountId'] === null ? 'unknown' : '111122223333'
    expect(await plan(hubWith([finding]), [ref])).toEqual([
      {
        kind: 'refused',
        code: 'ACCOUNT_MISMATCH',
        message: `the finding \`${asffId(1)}\` is of account \`${owner}\` by Security Hub, and not of \`123456789012\``,
      },
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
    const applied = await planAndApply(world, refs)
    expect(applied.map(({ kind }) => kind)).toEqual(refs.map(() => 'done'))
    expect([0, 1, 2].map((index) => stored(world, index))).toMatchObject([
      { status: 'Suppressed', comment: '— redress:\naccepted' },
      { Workflow: { Status: 'SUPPRESSED' }, Note: { Text: 'accepted', UpdatedBy: 'redress' } },
      { status: 'Suppressed' },
    ])
  })

  it('lets several steps of one run each leave a note, and take it back in turn', async () => {
    const world = hubWith([asff(1, { Note: { Text: 'mine', UpdatedBy: 'alice' } })])
    const session = await world.aws.writing(place, JSON.parse('{}'))
    const context = { now: 0, finding: asffRef(1) }
    const steps = [
      { action: setSeverity, params: { label: 'LOW', note: 'low here' } },
      { action: note, params: { text: 'see SEC-1' } },
      { action: suppress, params: { note: 'accepted' } },
    ]
    // All planned before the first is applied, as in a run; each is planned again just before it acts.
    const made: { readonly action: Action; readonly item: UndoItem }[] = []
    const planned = await Promise.all(steps.map(({ action, params }) => action.plan([{ params, context }], session)))
    for (const [index, { action, params }] of steps.entries()) {
      expect(await action.plan([{ params, context }], session)).toEqual(planned[index])
      const one = planned[index]?.[0]
      if (one?.kind !== 'change') throw new Error('expected a change')
      const item = { params, context, before: one.before, after: one.after }
      const [applied] = await action.apply([item], session)
      if (applied?.kind !== 'done') throw new Error('expected it to be done')
      made.push({ action, item: { ...item, receipt: applied.receipt } })
    }
    expect(stored(world)).toMatchObject({ Note: { Text: 'mine\n— redress:\nlow here\nsee SEC-1\naccepted' } })
    for (const { action, params } of steps) {
      expect(await action.plan([{ params, context }], session)).toMatchObject([{ kind: 'closed' }])
    }
    for (const { action, item } of made.reverse()) await action.undo?.([item], session)
    expect(stored(world)).toMatchObject({
      Workflow: { Status: 'NEW' },
      Severity: { Label: 'HIGH' },
      Note: { Text: 'mine', UpdatedBy: 'alice' },
    })
  })
})
