/**
 * What the command line needs of the process around it, so that tests run whole commands in process.
 *
 * Terminals are told apart by stream: results may go to a file while progress is shown to a person.
 */
import type { Action, CatalogBundle, Clock, Ids } from '@redress/engine'
import type { Thread } from './jobs/messages.js'

export interface Output {
  write(text: string): unknown
  /** Resolves when what was written has left the memory; outputs that never keep any need none. */
  drained?(): Promise<void>
}

export interface Io {
  readonly stdout: Output
  readonly stderr: Output
  readonly stdin: AsyncIterable<Uint8Array | string>
  readonly env: { readonly [name: string]: string | undefined }
  /** Absolute; relative paths of arguments start here. */
  readonly cwd: string
  readonly isTTY: { readonly stdin: boolean; readonly stdout: boolean; readonly stderr: boolean }
  /** Width of the terminal; 100 where there is none. */
  readonly columns: number
}

/** Parts that may be replaced: by tests to get the same output every time, by people with actions of their own. */
export interface Parts {
  loadCatalog(): Promise<CatalogBundle>
  loadActions(): Promise<readonly Action[]>
  readonly clock: Clock
  readonly ids: Ids
  /** Starts a thread that decides with the same actions; without it, everything is decided in this thread. */
  startThread?(): Thread
}
