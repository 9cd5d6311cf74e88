/** One worker of `differential.mjs`: tells how far it is, and in the end what came of it. */
import { parentPort, workerData } from 'node:worker_threads'
import { differ } from './differ.js'

const { pairs, seed, size } = workerData
parentPort?.postMessage(
  await differ({ pairs, seed, size, progress: (compared) => parentPort?.postMessage({ pairs: compared }) }),
)
