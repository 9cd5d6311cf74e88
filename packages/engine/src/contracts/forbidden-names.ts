/**
 * Names that every JavaScript object has by birth. As keys or ids they could be taken for something that is there.
 */

const names: ReadonlySet<string> = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype'])

/** True for `__proto__`, `constructor`, `toString` and the like. */
export function isForbiddenName(name: string): boolean {
  return names.has(name)
}
