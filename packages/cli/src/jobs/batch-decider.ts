/** Decides batches in the thread that it is called in: each finding is read, decided, turned into output and let go. */
import { type Action, createEngine, type LoadedProject, type RefusedFinding, skimLine } from '@redress/engine'
import { type FindingChunk, readChunk } from '@redress/engine/node'
import { createPartMaker } from '../show/part-maker.js'
import type { Batch, DecidedBatch, Setup } from './messages.js'

export interface DeciderInput extends Omit<Setup, 'bundle'> {
  readonly project: LoadedProject
  readonly actions: readonly Action[]
}

export function createBatchDecider({
  project,
  actions,
  now,
  form,
  skim,
}: DeciderInput): (batch: Batch) => DecidedBatch {
  const engine = createEngine({ project, actions, clock: { now: () => now, sleep: async () => {} }, mode: 'apply' })
  const maker = createPartMaker(form)
  const readLine = skim ? skimLine : undefined
  return (batch) => {
    const refused: RefusedFinding[] = []
    let findings = 0
    for (const chunk of batch) {
      readChunk(
        chunk,
        (item) => {
          if (item.kind === 'refused') {
            refused.push(item.refused)
            return
          }
          findings += 1
          for (const decision of engine.decide([item.finding], { request: true })) maker.add(decision)
        },
        readLine,
      )
    }
    return { part: maker.take(), findings, bytes: bytesOf(batch), refused }
  }
}

export function bytesOf(batch: Batch): number {
  return batch.reduce((sum, chunk) => sum + bytesOfChunk(chunk), 0)
}

export function bytesOfChunk(chunk: FindingChunk): number {
  return chunk.kind === 'too-large' ? 0 : chunk.bytes.length
}

/** The memory of a batch, to be handed over. */
export function buffersOf(batch: Batch): readonly ArrayBuffer[] {
  return batch.flatMap((chunk) => (chunk.kind === 'too-large' ? [] : [chunk.bytes.buffer]))
}
