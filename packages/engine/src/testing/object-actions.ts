/** Small actions over a world of objects: a setting, a message, a batch of updates, one that cannot be undone. */
import { Type } from '@sinclair/typebox'
import { defineAction } from '../action/define-action.js'
import { defineSetting } from '../action/define-setting.js'
import type { Action } from '../contracts/action.js'
import type { JsonObject } from '../contracts/json.js'
import { outcome } from '../contracts/outcome.js'
import type { ObjectWorld } from './object-world.js'

const named = Type.Object({ name: Type.String() }, { additionalProperties: false })

/** `door.close`: sets `open` to false and keeps the rest; a door with `busy` is pending. */
export function closeDoor(world: ObjectWorld): Action {
  return defineSetting({
    name: 'door.close',
    summary: 'Close a door.',
    resource: 'Example::Door',
    risk: 'disruptive',
    permissions: { read: ['door:Get'], write: ['door:Put'] },
    params: named,
    describe: ({ name }) => `close door ${name}`,
    read: async ({ name }, aws): Promise<JsonObject | null> => world.read(aws, name),
    want: (current): JsonObject => ({ ...current, open: false }),
    write: async ({ name }, next, aws) => world.write(aws, name, next),
    pending: ({ busy }) => (busy === true ? 'the door is moving' : null),
  })
}

/** `message.send`: sent once per finding and text. */
export function sendMessage(world: ObjectWorld): Action {
  return defineAction({
    name: 'message.send',
    summary: 'Send a message.',
    resource: null,
    risk: 'safe',
    reversible: 'none',
    place: 'home',
    verify: 'response',
    once: true,
    permissions: { read: [], write: ['message:Send'] },
    params: Type.Object({ text: Type.String() }, { additionalProperties: false }),
    describe: ({ text }) => `send ${text}`,
    region: () => 'eu-west-1',
    plan: async ({ text }) => ({ kind: 'change', before: null, after: { text } }),
    async apply({ text }, _change, aws) {
      world.send(aws, text)
      return { id: world.sent.length }
    },
  })
}

/** `record.mark`: a hundred at a time, at the hub, trusted by the response; `refuse` names those AWS leaves out. */
export function markRecords(world: ObjectWorld, refuse: ReadonlySet<string> = new Set()): Action {
  return {
    name: 'record.mark',
    summary: 'Mark a record.',
    resource: null,
    risk: 'safe',
    reversible: 'full',
    place: 'hub',
    verify: 'response',
    once: false,
    batch: 100,
    permissions: { read: ['record:Get'], write: ['record:Mark'] },
    params: Type.Object({ mark: Type.String() }),
    describe: ({ mark }) => `mark as ${String(mark)}`,
    plan: async (items, aws) =>
      items.map(({ params, context }) => {
        const before = world.read(aws, context.finding.id)
        if (before === null) return { kind: 'refused', code: 'FINDING_NOT_FOUND', message: 'there is no such record' }
        const after = { mark: params['mark'] ?? null }
        return before['mark'] === after.mark ? { kind: 'closed', state: before } : { kind: 'change', before, after }
      }),
    async apply(items, aws) {
      world.send(aws, `marked ${items.length}`)
      return items.map(({ after, context: { finding } }) => {
        if (refuse.has(finding.id)) return { kind: 'outcome', outcome: outcome('failed', 'InvalidInput', 'left out') }
        world.things.set(`${aws.account}/${aws.region}/${finding.id}`, { ...Object(after) })
        return { kind: 'done', receipt: null }
      })
    },
    async undo(items, aws) {
      return items.map(({ before, context: { finding } }) => {
        world.send(aws, 'unmarked')
        world.things.set(`${aws.account}/${aws.region}/${finding.id}`, { ...Object(before) })
        return { kind: 'done', receipt: null }
      })
    },
  }
}

/** `door.remove`: irreversible. */
export function removeDoor(world: ObjectWorld): Action {
  return defineAction({
    name: 'door.remove',
    summary: 'Remove a door.',
    resource: 'Example::Door',
    risk: 'irreversible',
    reversible: 'none',
    permissions: { read: ['door:Get'], write: ['door:Delete'] },
    params: named,
    describe: ({ name }) => `remove door ${name}`,
    async plan({ name }, aws) {
      const before = world.read(aws, name)
      if (before === null) return { kind: 'gone' }
      return before['removed'] === true
        ? { kind: 'closed', state: before }
        : { kind: 'change', before, after: { removed: true } }
    },
    async apply({ name }, _change, aws) {
      world.write(aws, name, { removed: true })
      return null
    },
  })
}
