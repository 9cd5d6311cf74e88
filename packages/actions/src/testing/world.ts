/**
 * The in-process AWS: accounts, Regions and services that keep state behind the real SDK clients.
 *
 * It is a port like the real one, so everything above it is the same code: playbook tests, `--simulate`, the
 * demo, and the laws of actions run on it. No network is used.
 */
import {
  type AwsPort,
  type AwsSession,
  type AwsTarget,
  isJsonObject,
  type JsonObject,
  RedressError,
} from '@redress/engine'
import { onCall } from '../aws/middleware.js'
import { isRead } from '../aws/read-only.js'
import { openSession } from '../aws/session.js'
import type { Fake, FakeContext } from './fake.js'

/** Account → Region (or `global`) → service → state. */
export type WorldState = { [account: string]: { [region: string]: { [service: string]: object } } }

/** One call that a client made, with the IAM actions it needs. */
export interface Call {
  readonly service: string
  readonly operation: string
  readonly permissions: readonly string[]
  readonly input: object
  readonly account: string
  readonly region: string
  readonly writes: boolean
}

/** Takes the place of an answer: throw to fail the call, return `undefined` to let it through. */
export type Fault = (call: Call) => void | Promise<void>

/** An AWS in process. */
export interface World {
  readonly aws: AwsPort
  /** Live state; JSON. Reading it is fine, tests may change it to play another actor. */
  readonly state: WorldState
  /** Every call so far. */
  readonly calls: Call[]
  /** Runs before each call is answered. */
  fault: Fault | null
}

/** What a world is made of. */
export interface WorldOptions {
  readonly fakes: readonly Fake[]
  readonly state?: unknown
  /** Account and partition of Redress itself. */
  readonly home?: { readonly account: string; readonly partition: string }
  /** Milliseconds since 1970; a fixed day when not given. */
  readonly now?: () => number
}

/** Makes a world of these services. */
export function createWorld(options: WorldOptions): World {
  const state = checked(options.state ?? {})
  const home = options.home ?? { account: '123456789012', partition: 'aws' }
  const fakes = new Map(options.fakes.map((fake) => [fake.service, fake]))
  const byKey = new Map([...fakes.values()].map((fake) => [fake.key, fake]))
  let ids = 0

  function stateOf(fake: Fake, account: string, region: string): object {
    const place = fake.scope === 'account' ? 'global' : region
    state[account] ??= {}
    state[account][place] ??= {}
    const services = state[account][place]
    const given = services[fake.key] ?? {}
    for (const [member, initial] of Object.entries(fake.initial()))
      if (!(member in given)) Object.assign(given, { [member]: initial })
    services[fake.key] = given
    return given
  }

  function contextFor(fake: Fake, target: AwsTarget): FakeContext<object> {
    return {
      ...target,
      state: stateOf(fake, target.account, target.region),
      now: options.now?.() ?? Date.UTC(2026, 10, 21),
      nextId: () => ++ids,
      elsewhere: () => Object.keys(state).map((account) => ({ account, state: stateOf(fake, account, target.region) })),
      other(key) {
        const other = byKey.get(key)
        const found = other === undefined ? {} : stateOf(other, target.account, target.region)
        return isJsonObject(found) ? found : {}
      },
    }
  }

  const world: World = { aws: port(), state, calls: [], fault: null }

  function session(target: AwsTarget, access: 'read' | 'write'): AwsSession {
    return openSession({
      target,
      access,
      endpoint: null,
      credentials: async () => ({ accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'in-process' }),
      prepare(client) {
        onCall(client, 'inProcess', async (input, operation) => {
          const fake = fakes.get(operation.service)
          if (fake === undefined || !Object.hasOwn(fake.operations, operation.name)) {
            throw new RedressError('aws.failed', `the in-process AWS has no \`${operation.service}:${operation.name}\``)
          }
          const permissions = fake.permissions?.[operation.name] ?? [`${fake.prefix}:${operation.name}`]
          const { account, region } = target
          const call = {
            service: fake.service,
            operation: operation.name,
            permissions,
            input,
            account,
            region,
            writes: !isRead(operation.name),
          }
          world.calls.push(call)
          await world.fault?.(call)
          const output = (await fake.answer(operation.name, structuredClone(input), contextFor(fake, target))) ?? {}
          return {
            response: {},
            output: { ...structuredClone(output), $metadata: { httpStatusCode: 200, attempts: 1 } },
          }
        })
      },
    })
  }

  function port(): AwsPort {
    return {
      reading: async (target) => session(target, 'read'),
      writing: async (target) => session(target, 'write'),
      home: async () => home,
    }
  }

  return world
}

function checked(given: unknown): WorldState {
  const copy: unknown = structuredClone(given)
  if (!isWorldState(copy))
    throw new RedressError('usage.input', 'a world is a map of account → Region → service → state')
  return copy
}

function isWorldState(value: unknown): value is WorldState {
  const isMap = (member: unknown): member is JsonObject => isJsonObject(member)
  return (
    isMap(value) &&
    Object.values(value).every(
      (regions) =>
        isMap(regions) &&
        Object.values(regions).every((services) => isMap(services) && Object.values(services).every(isMap)),
    )
  )
}
