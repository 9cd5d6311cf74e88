/**
 * Clauses of which the rows do not say all, judged for the lines that the rows leave in: each once for a subject, however
 * many lines have it.
 */
import type { Found } from '../contracts/fields.js'
import type { Truth } from '../contracts/match.js'
import type { Predicate } from '../contracts/predicate.js'
import { createJudge, type Judge } from './create-judge.js'

interface Leftover {
  /** Position of the field among those of the set. */
  readonly field: number
  readonly judge: Judge
}

const truths = ['yes', 'no', 'unknown'] as const

export class Leftovers {
  readonly #clauses: Leftover[] = []
  readonly #known = new Map<string, number>()
  #found: readonly Found[] = []
  #now = 0
  #round = 0
  /** The round that each answer is of, and the answer. */
  #rounds = new Float64Array(0)
  #answers = new Uint8Array(0)

  /** The number of a clause; equal clauses have the same. */
  numberOf(field: number, test: Predicate): number {
    const key = `${field} ${JSON.stringify(test)}`
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const number = this.#clauses.push({ field, judge: createJudge(test) }) - 1
    this.#known.set(key, number)
    return number
  }

  /** After the last clause. */
  close(): void {
    this.#known.clear()
    this.#rounds = new Float64Array(this.#clauses.length)
    this.#answers = new Uint8Array(this.#clauses.length)
  }

  /** From now on it is about what was found in each field. */
  begin(found: readonly Found[], now: number): void {
    this.#found = found
    this.#now = now
    this.#round += 1
  }

  /** Whether all of these clauses hold. */
  truth(numbers: readonly number[]): Truth {
    let result: Truth = 'yes'
    for (const number of numbers) {
      const truth = this.#truthOf(number)
      if (truth === 'no') return 'no'
      if (truth === 'unknown') result = 'unknown'
    }
    return result
  }

  #truthOf(number: number): Truth {
    if (this.#rounds[number] === this.#round) return truths[this.#answers[number] ?? 2] ?? 'unknown'
    const clause = this.#clauses[number]
    const truth = clause?.judge(this.#found[clause.field] ?? null, this.#now) ?? 'unknown'
    this.#rounds[number] = this.#round
    this.#answers[number] = truths.indexOf(truth)
    return truth
  }
}
