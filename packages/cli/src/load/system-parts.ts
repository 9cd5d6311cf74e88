/** The parts of a real run: the catalogue beside this package, the clock, random ids. */
import { systemClock, systemIds } from '@redress/engine'
import type { Parts } from '../io.js'
import { startWorkerThread } from '../jobs/worker-thread.js'
import { readCatalog } from './catalog.js'

export const systemParts: Parts = {
  loadCatalog: readCatalog,
  // Imported only by commands that need actions; their SDK clients only when an action calls AWS.
  loadActions: async () => (await import('@redress/actions/all')).builtinActions,
  clock: systemClock,
  ids: systemIds,
  startThread: startWorkerThread,
}
