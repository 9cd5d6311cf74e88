/**
 * A matcher that is made when a finding first asks for it.
 *
 * Of thousands of rules most are ruled out by the index, which reads programs; making all their matchers would take
 * most of the time and memory of loading a bundle.
 */
import type { ClauseTrace, Matcher, Subject, Truth } from '../contracts/match.js'
import type { MatchProgram } from '../contracts/predicate.js'

/** Judges as what `create` makes of the program, which is called at most once. */
export function lazyMatcher(program: MatchProgram, create: (program: MatchProgram) => Matcher): Matcher {
  return new LazyMatcher(program, create)
}

/** A class, because its methods are shared by all matchers. */
class LazyMatcher implements Matcher {
  readonly program: MatchProgram
  #made: Matcher | ((program: MatchProgram) => Matcher)
  #fields: ReadonlySet<string> | null = null

  constructor(program: MatchProgram, create: (program: MatchProgram) => Matcher) {
    this.program = program
    this.#made = create
  }

  get fields(): ReadonlySet<string> {
    this.#fields ??= new Set(fieldsOf(this.program))
    return this.#fields
  }

  get selective(): boolean {
    return this.#matcher().selective
  }

  judge(subject: Subject): Truth {
    return this.#matcher().judge(subject)
  }

  explain(subject: Subject): readonly ClauseTrace[] {
    return this.#matcher().explain(subject)
  }

  #matcher(): Matcher {
    if (typeof this.#made === 'function') this.#made = this.#made(this.program)
    return this.#made
  }
}

function fieldsOf(program: MatchProgram): readonly string[] {
  return program.flatMap((clause) => (clause.kind === 'field' ? [clause.field] : clause.matches.flatMap(fieldsOf)))
}
