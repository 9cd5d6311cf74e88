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
  /** The clauses of all lines, one line after the other, and where those of each begin. */
  #numbers = new Int32Array(0)
  #starts = new Int32Array(0)
  /** Lines that the match itself has to be asked about. */
  #isOpen = new Uint8Array(0)
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

  /** After the last clause: the clauses of each line, `null` for a line that the match itself has to be asked about. */
  close(lines: readonly (readonly number[] | null)[]): void {
    this.#known.clear()
    this.#rounds = new Float64Array(this.#clauses.length)
    this.#answers = new Uint8Array(this.#clauses.length)
    this.#isOpen = Uint8Array.from(lines, (numbers) => Number(numbers === null))
    this.#numbers = Int32Array.from(lines.flatMap((numbers) => numbers ?? []))
    this.#starts = new Int32Array(lines.length + 1)
    let end = 0
    for (const [line, numbers] of lines.entries()) {
      end += numbers?.length ?? 0
      this.#starts[line + 1] = end
    }
  }

  /** From now on it is about what was found in each field. */
  begin(found: readonly Found[], now: number): void {
    this.#found = found
    this.#now = now
    this.#round += 1
  }

  /** Whether all clauses of a line hold; `null` where they do not say. */
  truth(line: number): Truth | null {
    if (this.#isOpen[line] === 1) return null
    let result: Truth = 'yes'
    const end = this.#starts[line + 1] ?? 0
    for (let at = this.#starts[line] ?? 0; at < end; at++) {
      const truth = this.#truthOf(this.#numbers[at] ?? 0)
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
