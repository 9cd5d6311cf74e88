/** Threads that are none: the same messages over a port, in this process. Only for tests. */
import { MessageChannel } from 'node:worker_threads'
import { builtinActions } from '@redress/actions/all'
import type { FromThread, Thread } from '../jobs/messages.js'
import { serve } from '../jobs/serve.js'

/** Copies and hands over what it is sent, as a worker does. */
export function startPortThread(): Thread {
  const { port1: here, port2: there } = new MessageChannel()
  serve(there, async () => builtinActions)
  return {
    send: (message, owned) => here.postMessage(message, owned),
    listen: (answered) => void here.on('message', (message: FromThread) => answered(message)),
    end: () => here.close(),
  }
}
