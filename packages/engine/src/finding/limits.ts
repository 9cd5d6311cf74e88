/**
 * What a finding must be before anything walks it: JSON, at most 64 levels deep and 240 KB long.
 *
 * The walk keeps its own stack, because a value nested a million times would end a recursive one. It also counts
 * values, so that one object reached by many ways costs no more than the size limit allows.
 */
import type { Code } from '../contracts/codes.js'

/** Levels of objects and lists, the finding itself included. */
export const maxDepth = 64

/** The service's own limit for one finding, in bytes of UTF-8. */
export const maxBytes = 240 * 1024

export const maxResources = 32

export interface Refusal {
  readonly code: Code
  readonly message: string
}

/** Why a value is not to be read, or `null`. */
export function refuseBySize(value: unknown): Refusal | null {
  const stack: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 1 }]
  let count = 0
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { value: item, depth } = next
    if (typeof item === 'object' && item !== null) {
      if (depth > maxDepth) return tooLarge(`the finding is nested deeper than ${maxDepth} levels`)
      const members: readonly unknown[] = Array.isArray(item) ? item : Object.values(item)
      count += members.length
      if (count > maxBytes) return tooLarge(`the finding is longer than ${maxBytes} bytes`)
      for (const member of members) stack.push({ value: member, depth: depth + 1 })
    } else if (!isJsonScalar(item)) {
      return { code: 'finding.invalid', message: `the finding holds a ${typeof item}, which is not JSON` }
    }
  }
  const bytes = byteLength(JSON.stringify(value))
  return bytes > maxBytes ? tooLarge(`the finding is ${bytes} bytes long; ${maxBytes} are allowed`) : null
}

/** `undefined` passes: JSON leaves such a member out. */
function isJsonScalar(value: unknown): boolean {
  return value === null || ['string', 'number', 'boolean', 'undefined'].includes(typeof value)
}

function byteLength(text: string): number {
  // A character takes three bytes at most, so that short texts need no encoding.
  return text.length * 3 <= maxBytes ? text.length : new TextEncoder().encode(text).length
}

function tooLarge(message: string): Refusal {
  return { code: 'finding.too-large', message }
}
