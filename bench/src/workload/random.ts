/** A small seeded generator (mulberry32): the same seed gives the same workload on every machine. */
export interface Random {
  /** At least 0, below 1. */
  next(): number
  /** A whole number of at least 0 and below `limit`. */
  below(limit: number): number
  pick<T>(list: readonly T[]): T
  /** Up to `count` different members, in a random order. */
  sample<T>(list: readonly T[], count: number): T[]
  chance(share: number): boolean
  /** So many digits of this alphabet. */
  text(length: number, alphabet: string): string
}

/** `stream` keeps what is drawn for one purpose apart from what is drawn for another. */
export function createRandom(seed: number, stream: string): Random {
  let state = seed >>> 0
  for (const character of stream) state = (Math.imul(state ^ character.charCodeAt(0), 0x01000193) + 1) >>> 0

  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  function pick<T>(list: readonly T[]): T {
    const found = list[below(list.length)]
    if (found === undefined) throw new Error('there is nothing to pick from')
    return found
  }
  function sample<T>(list: readonly T[], count: number): T[] {
    const rest = [...list]
    const taken: T[] = []
    while (taken.length < count && rest.length > 0) taken.push(...rest.splice(below(rest.length), 1))
    return taken
  }
  const text = (length: number, alphabet: string) => {
    let made = ''
    for (let index = 0; index < length; index++) made += alphabet.charAt(below(alphabet.length))
    return made
  }
  return { next, below, pick, sample, chance: (share) => next() < share, text }
}

export const digits = '0123456789'
export const hex = '0123456789abcdef'
