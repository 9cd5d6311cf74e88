/**
 * A world of plain objects for tests of acting: things with a state, no AWS.
 *
 * It counts reads and writes, can fail either, shows a write only after some reads, and refuses writes that come
 * without a session for writing.
 */
import type { IntentReceipt } from '../contracts/journal.js'
import type { JsonObject } from '../contracts/json.js'
import type { AwsPort, AwsSession, AwsTarget } from '../contracts/ports.js'

export type WorldCall = { readonly kind: 'read' | 'write'; readonly name: string; readonly account: string }

export interface ObjectWorld {
  readonly aws: AwsPort
  /** `account/region/name` → state. */
  readonly things: Map<string, JsonObject>
  /** Messages that were sent. */
  readonly sent: string[]
  readonly calls: WorldCall[]
  readonly receipts: IntentReceipt[]
  /** How many reads after a write still show the state before it. */
  stale: number
  /** Runs before a call; throw to fail it. */
  before: (call: WorldCall) => void
  /** Runs after a write took effect; throw to lose its answer. */
  after: (call: WorldCall) => void
  /** Fails sessions. */
  session: (access: 'read' | 'write', target: AwsTarget) => void
  read(aws: AwsSession, name: string): JsonObject | null
  write(aws: AwsSession, name: string, state: JsonObject): void
  send(aws: AwsSession, text: string): void
}

export function objectWorld(things: { readonly [key: string]: JsonObject } = {}): ObjectWorld {
  const writers = new WeakSet<AwsSession>()
  const shown = new Map<string, { readonly old: JsonObject; left: number }>()
  const key = ({ account, region }: AwsTarget, name: string) => `${account}/${region}/${name}`

  function open(access: 'read' | 'write', target: AwsTarget): AwsSession {
    world.session(access, target)
    const session: AwsSession = {
      ...target,
      client() {
        throw new Error('a world of objects has no clients')
      },
    }
    if (access === 'write') writers.add(session)
    return session
  }

  function call(kind: WorldCall['kind'], aws: AwsSession, name: string): WorldCall {
    if (kind === 'write' && !writers.has(aws)) throw new Error(`\`${name}\` was written by a session for reading`)
    const made = { kind, name, account: aws.account }
    world.calls.push(made)
    world.before(made)
    return made
  }

  const world: ObjectWorld = {
    aws: {
      reading: async (target) => open('read', target),
      async writing(target, receipt) {
        world.receipts.push(receipt)
        return open('write', target)
      },
      home: async () => ({ account: '111122223333', partition: 'aws' }),
    },
    things: new Map(Object.entries(things)),
    sent: [],
    calls: [],
    receipts: [],
    stale: 0,
    before() {},
    after() {},
    session() {},
    read(aws, name) {
      call('read', aws, name)
      const late = shown.get(key(aws, name))
      if (late === undefined || late.left === 0) return structuredClone(world.things.get(key(aws, name)) ?? null)
      late.left -= 1
      return structuredClone(late.old)
    },
    write(aws, name, state) {
      const made = call('write', aws, name)
      const old = world.things.get(key(aws, name))
      if (old !== undefined) shown.set(key(aws, name), { old, left: world.stale })
      world.things.set(key(aws, name), structuredClone(state))
      world.after(made)
    },
    send(aws, text) {
      const made = call('write', aws, text)
      world.sent.push(text)
      world.after(made)
    },
  }
  return world
}

/** An error as the SDK throws it for AWS's answer. */
export function answer(code: string, status: number, message = 'no'): Error {
  return Object.assign(new Error(message), { name: code, $metadata: { httpStatusCode: status } })
}
