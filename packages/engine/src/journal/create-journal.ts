/**
 * The journal over a store: numbers and seals records, and is the only maker of receipts.
 *
 * Appends are serial, in the order in which they were asked for. After a failed append the end of the store is
 * not known, so the next one reads it anew, which also checks the chain.
 */
import type { IntentReceipt, Journal, JournalEntry, JournalRecord, JournalStore } from '../contracts/journal.js'
import type { Clock } from '../contracts/ports.js'
import { RedressError } from '../contracts/problem.js'
import { genesis, seal, verifyChain } from './chain.js'

interface Head {
  readonly seq: number
  readonly hash: string
}

export function createJournal(store: JournalStore, { clock }: { readonly clock: Clock }): Journal {
  let head: Head | null = null
  let last: Promise<unknown> = Promise.resolve()

  async function records(): Promise<readonly JournalRecord[]> {
    const all: JournalRecord[] = []
    for await (const record of store.read()) all.push(record)
    const chain = await verifyChain(all)
    if (chain.kind === 'broken') {
      throw new RedressError('journal.broken', chain.message, {
        hint: 'find out who changed the journal; keep it and start a new one to go on',
      })
    }
    return all
  }

  async function readHead(): Promise<Head> {
    const record = (await records()).at(-1)
    return record === undefined ? { seq: -1, hash: genesis } : { seq: record.seq, hash: record.hash }
  }

  async function write(runId: string, entry: JournalEntry): Promise<IntentReceipt> {
    const { seq, hash } = head ?? (await readHead())
    const at = new Date(clock.now()).toISOString()
    const record = await seal({ v: 1, seq: seq + 1, prevHash: hash, runId, at, entry })
    head = null
    await store.append(record)
    head = { seq: record.seq, hash: record.hash }
    return receiptOf(record)
  }

  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const mine = last.then(work, work)
    last = mine.catch(() => undefined)
    return mine
  }

  return {
    append: (runId, entry) => inTurn(() => write(runId, entry).catch(asUnwritable)),
    records: () => inTurn(records),
    release: () =>
      inTurn(async () => {
        head = null
        await store.release?.()
      }),
  }
}

function asUnwritable(cause: unknown): never {
  if (cause instanceof RedressError) throw cause
  const message = cause instanceof Error ? cause.message : String(cause)
  throw new RedressError('journal.unwritable', `the journal cannot be written: ${message}`, { cause })
}

function receiptOf({ runId, seq }: JournalRecord): IntentReceipt {
  const proof = { runId, seq }
  if (!isReceipt(proof)) throw new TypeError('a receipt needs the number of a durable record')
  return proof
}

function isReceipt(proof: { readonly runId: string; readonly seq: number }): proof is IntentReceipt {
  return Number.isInteger(proof.seq) && proof.seq >= 0
}
