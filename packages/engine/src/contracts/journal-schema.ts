/** The shape of a journal's record, for stores that read records back from text. */
import { Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import type { JournalRecord } from './journal.js'
import { changeSchema, outcomeSchema } from './plan-schema.js'

const text = Type.String()
const state = <const Name extends string>(name: Name) => Type.Literal(name)
const strict = { additionalProperties: false }

const entrySchema = Type.Union([
  Type.Object({ state: state('RUN'), mode: text, planHash: text, rulesetHash: text, engineVersion: text }, strict),
  Type.Object({ state: state('INTENT'), change: changeSchema }, strict),
  Type.Object(
    { state: state('RESULT'), change: text, outcome: outcomeSchema, after: Type.Unknown(), receipt: Type.Unknown() },
    strict,
  ),
  Type.Object({ state: state('UNDO_INTENT'), change: text, undoes: text }, strict),
  Type.Object({ state: state('UNDO_RESULT'), change: text, undoes: text, outcome: outcomeSchema }, strict),
])

const recordSchema = Type.Object(
  {
    v: Type.Literal(1),
    seq: Type.Integer({ minimum: 0 }),
    prevHash: text,
    hash: text,
    runId: text,
    at: text,
    entry: entrySchema,
  },
  strict,
)

/** True for a record as `append` was given it. Whether it belongs where it stands, the chain tells. */
export function isJournalRecord(json: unknown): json is JournalRecord {
  return Value.Check(recordSchema, json)
}
