/** What runs in a worker thread of `decide --jobs`. It has the actions of a real run. */
import { parentPort } from 'node:worker_threads'
import { serve } from './serve.js'

if (parentPort !== null) serve(parentPort, async () => (await import('@redress/actions/all')).builtinActions)
