/**
 * What differs between two JSON values, member by member: the part of a change that a person wants to see.
 *
 * Items of arrays are compared as a set with places, because AWS keeps no order in rules or statements: an item
 * that merely moved is no difference. One item that turned into another at the same place is looked into.
 */
import { canonical, isJsonObject, type Json, type JsonObject } from '@redress/engine'

export type Difference =
  | { readonly kind: 'added'; readonly path: string; readonly after: Json }
  | { readonly kind: 'removed'; readonly path: string; readonly before: Json }
  | { readonly kind: 'changed'; readonly path: string; readonly before: Json; readonly after: Json }

/** Differences in the order of the members; a thing that is created or deleted is told by its members. */
export function differences(before: Json, after: Json): readonly Difference[] {
  return compare(
    before === null && isJsonObject(after) ? {} : before,
    after === null && isJsonObject(before) ? {} : after,
    '',
  )
}

function compare(before: Json, after: Json, path: string): readonly Difference[] {
  if (canonical(before) === canonical(after)) return []
  if (isJsonObject(before) && isJsonObject(after)) return compareMembers(before, after, path)
  if (Array.isArray(before) && Array.isArray(after)) return compareItems(before, after, path)
  return [{ kind: 'changed', path, before, after }]
}

function compareMembers(before: JsonObject, after: JsonObject, path: string): readonly Difference[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return keys.flatMap((key) => {
    const inside = path === '' ? key : `${path}.${key}`
    const old = Object.hasOwn(before, key) ? before[key] : undefined
    const next = Object.hasOwn(after, key) ? after[key] : undefined
    if (old === undefined) return next === undefined ? [] : [{ kind: 'added' as const, path: inside, after: next }]
    if (next === undefined) return [{ kind: 'removed' as const, path: inside, before: old }]
    return compare(old, next, inside)
  })
}

function compareItems(before: readonly Json[], after: readonly Json[], path: string): readonly Difference[] {
  const gone = without(before, after)
  const come = without(after, before)
  const [old] = gone
  const [next] = come
  if (gone.length === 1 && come.length === 1 && old !== undefined && next !== undefined && old.index === next.index)
    return compare(old.item, next.item, `${path}[${old.index}]`)
  return [
    ...gone.map(({ item, index }) => ({ kind: 'removed' as const, path: `${path}[${index}]`, before: item })),
    ...come.map(({ item, index }) => ({ kind: 'added' as const, path: `${path}[${index}]`, after: item })),
  ]
}

/** Items that the other list does not have as often, with their places. */
function without(items: readonly Json[], others: readonly Json[]): readonly { item: Json; index: number }[] {
  const left = new Map<string, number>()
  for (const other of others) left.set(canonical(other), (left.get(canonical(other)) ?? 0) + 1)
  return items.flatMap((item, index) => {
    const count = left.get(canonical(item)) ?? 0
    left.set(canonical(item), count - 1)
    return count > 0 ? [] : [{ item, index }]
  })
}
