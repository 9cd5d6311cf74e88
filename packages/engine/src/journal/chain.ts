/**
 * The chain of hashes: what makes a changed, removed or reordered record show.
 *
 * A tail that is cut off cleanly does not show; whoever needs that keeps the last hash in a second place.
 */
import type { JournalRecord } from '../contracts/journal.js'
import { canonical, sha256 } from '../contracts/json.js'

/** `prevHash` of the first record. */
export const genesis = '0'.repeat(64)

/** Whether the chain holds, and where it first does not. */
export type ChainResult =
  | { readonly kind: 'ok'; readonly records: number; readonly head: string }
  | { readonly kind: 'broken'; readonly seq: number; readonly message: string }

/** The record with its hash, which covers everything else in it, as it will read after a store has written it. */
export async function seal(record: Omit<JournalRecord, 'hash'>): Promise<JournalRecord> {
  const stored: unknown = JSON.parse(JSON.stringify(record))
  return { ...record, hash: await sha256(record.prevHash + canonical(stored)) }
}

/** Checks every record against the one before; `seq` of a broken chain is the position of the first bad record. */
export async function verifyChain(
  records: AsyncIterable<JournalRecord> | Iterable<JournalRecord>,
): Promise<ChainResult> {
  let head = genesis
  let count = 0
  for await (const record of records) {
    const broken = (message: string): ChainResult => ({ kind: 'broken', seq: count, message })
    const { hash, ...rest } = record
    if (record.seq !== count) return broken(`record ${count} says that it is number \`${record.seq}\``)
    if (record.prevHash !== head) return broken(`record ${count} does not follow the record before it`)
    if ((await seal(rest)).hash !== hash) return broken(`record ${count} was changed after it was written`)
    head = hash
    count += 1
  }
  return { kind: 'ok', records: count, head }
}
