/**
 * The hash by which a bundle shows that it is whole.
 *
 * It is taken of the text that `JSON.stringify` gives, which takes a tenth of the time of the canonical text and is the same
 * for a bundle that was imported as a module, indented, or sent to a worker. Only the order of its keys must stay.
 * It tells damage, not malice: whoever can write a bundle can write its hash.
 */
import type { Bundle } from '../contracts/bundle.js'
import { sha256 } from '../contracts/json.js'

/** Whether the hash holds. `text` is what the bundle was parsed from, where there is one. */
export async function isWhole(bundle: Bundle, text: string | null): Promise<boolean> {
  return (text !== null && (await isWritten(bundle, text))) || (await integrityOf(bundle)) === bundle.integrity
}

/** As it was written the hash comes last, and the text before it need not be made again. */
async function isWritten({ integrity }: Bundle, text: string): Promise<boolean> {
  const written = text.trim()
  const end = `,"integrity":"${integrity}"}`
  return written.endsWith(end) && (await sha256(`${written.slice(0, -end.length)}}`)) === integrity
}

/** SHA-256 of everything but `integrity` itself. */
export function integrityOf({ integrity: _, ...rest }: Omit<Bundle, 'integrity'> & Partial<Bundle>): Promise<string> {
  return sha256(JSON.stringify(rest))
}
