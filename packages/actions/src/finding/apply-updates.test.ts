import type { ApplyItem, FindingRef, Json } from '@redress/engine'
import { describe, expect, it } from 'vitest'
import { asff, asffRef, hubWith, ocsf, ocsfRef, place, stored } from '../testing/finding-samples.js'
import type { World } from '../testing/world.js'
import { applyUpdates, undoUpdates } from './apply-updates.js'

const suppressing = (finding: FindingRef, text: string | null): ApplyItem => ({
  params: { text },
  context: { now: 0, finding },
  before: { workflow: 'NEW' },
  after: { workflow: 'SUPPRESSED' },
})
const session = (world: World) => world.aws.writing(place, JSON.parse('{}'))

async function apply(world: World, items: readonly ApplyItem[]) {
  const noteFor = ({ params }: ApplyItem) =>
    typeof params['text'] === 'string' ? { text: params['text'], dropOldest: true } : null
  return applyUpdates(items, noteFor, await session(world))
}

async function applyAndUndo(world: World, items: readonly ApplyItem[], between: () => void = () => {}) {
  const applied = await apply(world, items)
  const undoing = items.map((item, index) => {
    const one = applied[index]
    const receipt: Json = one?.kind === 'done' ? one.receipt : null
    return { ...item, receipt }
  })
  between()
  return undoUpdates(JSON.parse(JSON.stringify(undoing)), await session(world))
}

const done = { kind: 'done', receipt: null }
const mine = { Text: 'mine', UpdatedBy: 'alice' }

describe('applyUpdates', () => {
  it('leaves the note with the change, in one request', async () => {
    const world = hubWith([asff(1, { Note: mine })])
    expect(await apply(world, [suppressing(asffRef(1), 'why')])).toEqual([
      {
        kind: 'done',
        receipt: {
          note: {
            before: { text: 'mine', updatedBy: 'alice' },
            after: { text: 'mine\n— redress:\nwhy', updatedBy: 'redress' },
          },
        },
      },
    ])
    expect(stored(world)).toMatchObject({
      Workflow: { Status: 'SUPPRESSED' },
      Note: { Text: 'mine\n— redress:\nwhy', UpdatedBy: 'redress' },
    })
    expect(world.calls.map(({ operation }) => operation)).toEqual(['GetFindings', 'BatchUpdateFindings'])
  })

  it('changes without a note where a person’s leaves no room', async () => {
    const world = hubWith([asff(1, { Note: { Text: 'x'.repeat(512), UpdatedBy: 'alice' } })])
    expect(await apply(world, [suppressing(asffRef(1), 'why')])).toEqual([done])
    expect(stored(world)).toMatchObject({
      Workflow: { Status: 'SUPPRESSED' },
      Note: { Text: 'x'.repeat(512), UpdatedBy: 'alice' },
    })
  })

  it('reads nothing where no note is to be left', async () => {
    const world = hubWith([asff(1)])
    expect(await apply(world, [suppressing(asffRef(1), null)])).toEqual([done])
    expect(world.calls.map(({ operation }) => operation)).toEqual(['BatchUpdateFindings'])
  })

  it('merges with the note of this moment and not with that of the plan', async () => {
    const world = hubWith([ocsf(1, { comment: 'written since' })])
    await apply(world, [suppressing(ocsfRef(1), 'why')])
    expect(stored(world)).toMatchObject({ status_id: 3, comment: 'written since\n— redress:\nwhy' })
  })
})

describe('undoUpdates', () => {
  it('puts back workflow, a person’s note and its author', async () => {
    const world = hubWith([asff(1, { Note: mine }), ocsf(1, { comment: 'mine' })])
    const items = [suppressing(asffRef(1), 'why'), suppressing(ocsfRef(1), 'why')]
    expect(await applyAndUndo(world, items)).toEqual([done, done])
    expect(stored(world, 0)).toMatchObject({ Workflow: { Status: 'NEW' }, Note: mine })
    expect(stored(world, 1)).toMatchObject({ status_id: 1, comment: 'mine' })
  })

  it('says that the note was withdrawn where there was none, since it cannot be removed', async () => {
    const world = hubWith([asff(1), ocsf(1)])
    await applyAndUndo(world, [suppressing(asffRef(1), 'why'), suppressing(ocsfRef(1), 'why')])
    expect(stored(world, 0)).toMatchObject({ Note: { Text: 'note withdrawn', UpdatedBy: 'redress' } })
    expect(stored(world, 1)).toMatchObject({ comment: '— redress:\nnote withdrawn' })
  })

  it('leaves alone a note that a person wrote since', async () => {
    const world = hubWith([asff(1, { Note: mine })])
    const since = { Text: 'now I say', UpdatedBy: 'bob' }
    await applyAndUndo(world, [suppressing(asffRef(1), 'why')], () => {
      const hub: unknown = world.state['123456789012']?.['eu-west-1']?.['securityhub']
      if (typeof hub === 'object' && hub !== null) {
        Object.assign(hub, { findings: [asff(1, { Note: since, Workflow: { Status: 'SUPPRESSED' } })] })
      }
    })
    expect(stored(world)).toMatchObject({ Workflow: { Status: 'NEW' }, Note: since })
  })
})
