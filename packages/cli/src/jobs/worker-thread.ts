/** A `Thread` that is a worker of Node. It ends with the process, whatever ends that. */
import { Worker } from 'node:worker_threads'
import type { FromThread, Thread } from './messages.js'

/** A finding lives only while it is decided, so a small room for what is new loses no time and saves 20 MB a thread. */
const resourceLimits = { maxYoungGenerationSizeMb: 12 }

export function startWorkerThread(): Thread {
  const worker = new Worker(new URL('./decide-worker.js', import.meta.url), { resourceLimits })
  return {
    send: (message, owned) => worker.postMessage(message, owned),
    listen(answered, ended) {
      worker.on('message', (message: FromThread) => answered(message))
      worker.on('error', (error) => ended(error instanceof Error ? error.message : String(error)))
      worker.on('exit', (code) => ended(`it exited with code ${code}`))
    },
    end: () => void worker.terminate(),
  }
}
