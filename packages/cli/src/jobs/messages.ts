/** What the main thread and the threads that decide say to each other. All of it can be copied between threads. */
import type { Bundle, RefusedFinding } from '@redress/engine'
import type { FindingChunk } from '@redress/engine/node'
import type { DecidedPart, DecideForm } from '../show/decided-part.js'

/** Everything that a thread decides by; the same for all of them. */
export interface Setup {
  readonly bundle: Bundle
  /** Milliseconds since 1970: one time for the whole run. */
  readonly now: number
  readonly form: DecideForm
  /** True when of each line only what the rules ask for is read. */
  readonly skim: boolean
}

/** Chunks that are decided in one go. */
export type Batch = readonly FindingChunk[]

/** What became of a batch. */
export interface DecidedBatch {
  readonly part: DecidedPart
  readonly findings: number
  /** Bytes of the chunks. */
  readonly bytes: number
  readonly refused: readonly RefusedFinding[]
}

export type ToThread =
  | { readonly kind: 'open'; readonly setup: Setup }
  | { readonly kind: 'decide'; readonly batch: Batch }

/** Batches are answered in the order in which they were sent; after a failure nothing more is. */
export type FromThread =
  | {
      readonly kind: 'decided'
      readonly decided: DecidedBatch
      /** The memory of the batch, handed back. */
      readonly spent: readonly ArrayBuffer[]
    }
  | { readonly kind: 'failed'; readonly message: string }

/** A thread as the main thread sees it. */
export interface Thread {
  /** Buffers in `owned` are handed over and gone here. */
  send(message: ToThread, owned: readonly ArrayBuffer[]): void
  /** `ended` is called with the reason when the thread has ended by itself. */
  listen(answered: (message: FromThread) => void, ended: (reason: string) => void): void
  end(): void
}
