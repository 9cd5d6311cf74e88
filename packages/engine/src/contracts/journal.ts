/**
 * The durable record of what was intended and what came of it. Undo and recovery read it.
 *
 * Records form a chain: `hash` is SHA-256 over the previous hash and the canonical text of the rest.
 */
import type { Json } from './json.js'
import type { Change, Outcome } from './plan.js'

/** What a record says; intents come before writes, results after verification. */
export type JournalEntry =
  | {
      readonly state: 'RUN'
      readonly mode: string
      readonly planHash: string
      readonly rulesetHash: string
      readonly engineVersion: string
    }
  | { readonly state: 'INTENT'; readonly change: Change }
  | {
      readonly state: 'RESULT'
      readonly change: string
      readonly outcome: Outcome
      readonly after: Json
      readonly receipt: Json
    }
  | { readonly state: 'UNDO_INTENT'; readonly change: string; readonly undoes: string }
  | { readonly state: 'UNDO_RESULT'; readonly change: string; readonly undoes: string; readonly outcome: Outcome }

/** `v` 1; `seq` counts from 0 over the whole journal; `at` is ISO 8601. */
export interface JournalRecord {
  readonly v: 1
  readonly seq: number
  readonly prevHash: string
  readonly hash: string
  readonly runId: string
  readonly at: string
  readonly entry: JournalEntry
}

declare const receipt: unique symbol
/** Proof that an intent is durable. Only `journal/` makes one; ports that write ask for it. */
export interface IntentReceipt {
  readonly [receipt]: true
  readonly runId: string
  readonly seq: number
}

/** Where records are kept. `append` resolves once the record is durable and rejects with `journal.unwritable`. */
export interface JournalStore {
  /** Resolves once the record is durable. */
  append(record: JournalRecord): Promise<void>
  /** All records in order. */
  read(): AsyncIterable<JournalRecord>
  /** Lets go of a lock that `append` took; called at the end of a run. */
  release?(): Promise<void>
}

/** One run, as `history` lists it. */
export interface RunSummary {
  readonly runId: string
  /** ISO 8601. */
  readonly at: string
  /** The run's mode, or `undo`. */
  readonly mode: string
  readonly planHash: string
  /** Outcomes by kind; `unknown` counts intents without a result too, which is what a crash leaves. */
  readonly counts: { readonly [kind: string]: number }
  /** How many of its changes were undone since. */
  readonly undone: number
}

/** One intended change of a run, as far as the journal knows. */
export interface RecordedChange {
  readonly change: Change
  /** `null` when no result was recorded: the process ended in between. */
  readonly result: { readonly outcome: Outcome; readonly after: Json; readonly receipt: Json } | null
  readonly undone: boolean
}

/** The journal as runs use it. */
export interface Journal {
  /** Resolves once the entry is durable; rejects with `journal.unwritable` or `journal.broken`. */
  append(runId: string, entry: JournalEntry): Promise<IntentReceipt>
  /** All records, whose chain is checked; rejects with `journal.broken`. */
  records(): Promise<readonly JournalRecord[]>
  release(): Promise<void>
}
