/**
 * EventBridge in process: buses, and every event that was put on one.
 *
 * An entry that is refused fails alone, in an answer that is otherwise a success. The `default` bus is always there.
 */
import type { PutEventsCommandInput, PutEventsCommandOutput, PutEventsRequestEntry } from '@aws-sdk/client-eventbridge'
import type { JsonObject } from '@redress/engine'
import { isJsonObject } from '@redress/engine'
import { awsError, defineFake, type FakeContext, type Output } from './fake.js'

export interface BusEvent {
  bus: string
  source: string
  detailType: string
  detail: JsonObject
}

export interface EventBridgeState {
  /** Names of buses. */
  buses: string[]
  events: BusEvent[]
}

type Context = FakeContext<EventBridgeState>

export const fakeEventBridge = defineFake<EventBridgeState>({
  key: 'eventbridge',
  service: 'EventBridge',
  prefix: 'events',
  scope: 'region',
  initial: () => ({ buses: ['default'], events: [] }),
  operations: {
    PutEvents(input: PutEventsCommandInput, context: Context): Output<PutEventsCommandOutput> {
      const { Entries = [] } = input
      if (Entries.length === 0 || Entries.length > 10) {
        throw awsError('ValidationException', `Value at 'entries' must have 1 to 10 members, found ${Entries.length}`)
      }
      const results = Entries.map((entry) => put(entry, context))
      return { Entries: results, FailedEntryCount: results.filter((result) => 'ErrorCode' in result).length }
    },
  },
})

function put(entry: PutEventsRequestEntry, { state, nextId }: Context) {
  const bus = /^arn:[^:]*:events:[^:]*:[^:]*:event-bus\/(.+)$/.exec(entry.EventBusName ?? '')?.[1] ?? 'default'
  const { Source: source, DetailType: detailType } = entry
  const detail = parsed(entry.Detail)
  if (!state.buses.includes(bus)) {
    return { ErrorCode: 'InvalidArgument', ErrorMessage: `Event bus ${bus} does not exist.` }
  }
  if (source === undefined || detailType === undefined) {
    return { ErrorCode: 'InvalidArgument', ErrorMessage: 'Parameter Source or DetailType is not valid.' }
  }
  if (detail === null) return { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' }
  state.events.push({ bus, source, detailType, detail })
  return { EventId: `00000000-0000-4000-9000-${String(nextId()).padStart(12, '0')}` }
}

function parsed(text: string | undefined): JsonObject | null {
  try {
    const value: unknown = JSON.parse(text ?? '')
    return isJsonObject(value) ? value : null
  } catch {
    return null
  }
}
