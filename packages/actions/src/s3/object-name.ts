/** Parameter: an object, as a finding names it. */
import { Type } from '@sinclair/typebox'

/** `bucket/key`; no bucket name holds a slash, so the first one ends it, and the key may hold more. */
export const ObjectName = Type.String({
  pattern: '^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/[\\s\\S]+$',
  maxLength: 63 + 1 + 1024,
  description: 'Bucket and key, as `bucket/key`; a finding’s `resource.name` has this form for an object.',
})

/** Bucket and key of an object, as calls want them. */
export function bucketAndKey(object: string): { readonly Bucket: string; readonly Key: string } {
  const slash = object.indexOf('/')
  return { Bucket: object.slice(0, slash), Key: object.slice(slash + 1) }
}
