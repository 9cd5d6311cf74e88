/**
 * JSON pointers (RFC 6901): how a problem names its place inside a document.
 */
import { type Json, own } from './json.js'

/** The pointer of a member: `~` and `/` in its name are escaped. */
export function joinPointer(pointer: string, key: string | number): string {
  return `${pointer}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`
}

/** The pointer of what holds this member; of the root, the root itself. */
export function parentPointer(pointer: string): string {
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')))
}

/** The value at a pointer; `undefined` when there is none. */
export function valueAt(value: Json, pointer: string): Json | undefined {
  let at: Json | undefined = value
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~')
    at = Array.isArray(at) ? at[Number(key)] : own(at, key)
  }
  return at
}
