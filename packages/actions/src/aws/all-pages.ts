/**
 * Reads a list to its end, or not at all.
 *
 * EC2 answers some failures with success and an empty body, which the SDK turns into a missing list; a list cut
 * short would hide what it lacks. Both are errors here, and so is a page token that comes twice.
 */
import { RedressError } from '@redress/engine'

export interface Page<Item> {
  readonly items: readonly Item[] | undefined
  readonly next: string | undefined
}

/** Pages of one list at most; no list that an action reads is longer. */
const pageLimit = 100

/** All items; `what` names the list in errors: `rules of security group sg-0123`. */
export async function allPages<Item>(
  what: string,
  fetch: (token: string | undefined) => Promise<Page<Item>>,
): Promise<readonly Item[]> {
  const found: Item[] = []
  const seen = new Set<string>()
  for (let token: string | undefined; ; ) {
    const { items, next } = await fetch(token)
    if (items === undefined) throw new RedressError('aws.failed', `AWS answered without the list of ${what}`)
    found.push(...items)
    if (next === undefined || next === '') return found
    if (seen.has(next) || seen.size >= pageLimit) {
      throw new RedressError('aws.failed', `the list of ${what} does not end`)
    }
    seen.add(next)
    token = next
  }
}
