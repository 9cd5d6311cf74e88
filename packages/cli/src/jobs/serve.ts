/**
 * The other side of a `Thread`: loads the project that it is given, then answers batch after batch.
 *
 * What goes wrong is answered as a failure, so that the main thread can say so; an error in a thread ends it without
 * a word of its own.
 */
import { type Action, loadBundle } from '@redress/engine'
import { buffersOf, createBatchDecider } from './batch-decider.js'
import type { Batch, DecidedBatch, FromThread, Setup, ToThread } from './messages.js'

/** As much of a message port as is needed here. */
export interface Port {
  on(event: 'message', listener: (message: ToThread) => void): unknown
  postMessage(message: FromThread, owned: readonly ArrayBuffer[]): void
}

export function serve(port: Port, loadActions: () => Promise<readonly Action[]>): void {
  let decider: Promise<(batch: Batch) => DecidedBatch> = Promise.reject(new Error('a batch came before the project'))
  decider.catch(() => {})

  async function answer(message: ToThread): Promise<void> {
    try {
      if (message.kind === 'open') decider = open(message.setup, loadActions)
      else {
        const decided = (await decider)(message.batch)
        const spent = buffersOf(message.batch)
        port.postMessage({ kind: 'decided', decided, spent }, spent)
      }
    } catch (error) {
      port.postMessage({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }, [])
    }
  }

  port.on('message', (message) => void answer(message))
}

async function open(
  { bundle, ...setup }: Setup,
  loadActions: () => Promise<readonly Action[]>,
): Promise<(batch: Batch) => DecidedBatch> {
  const actions = await loadActions()
  return createBatchDecider({ ...setup, project: await loadBundle(bundle, { actions }), actions })
}
