/** Writes what `--out` and its like ask for. */
import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Context } from './context.js'
import { inputError } from './usage-error.js'

/** `path` is relative to the working directory; its folder must exist. */
export async function writeOutput({ io }: Context, path: string, text: string): Promise<void> {
  await writeFile(resolve(io.cwd, path), text).catch((error: unknown) => {
    throw inputError(`\`${path}\` cannot be written`, 'its folder must exist and be writable', error)
  })
}
