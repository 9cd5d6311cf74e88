/** Rules and findings that are made to be slow, in the languages of the engines that get them. */
import { matchYaml } from '../engines/rules-yaml.js'
import { eventRulerPattern } from '../peers/event-ruler.js'
import { quaminaPattern } from '../peers/quamina.js'
import type { Clause } from '../workload/rule.js'

export interface HostileCase {
  readonly name: string
  readonly rules: readonly HostileRule[]
  /** True where quamina's rules ask less than the others', so that they match more. */
  readonly isLeaned?: boolean
  /** Findings, each as one line of JSON. */
  readonly texts: readonly string[]
}

/** One rule; `null` where the language cannot say it. */
export interface HostileRule {
  readonly id: string
  /** The `match` as YAML on one line, and keys beside it. */
  readonly redress: string
  readonly eventRuler: string | null
  readonly quamina: string | null
}

/** Rules that all three languages can say, but that quamina's has no ranges of numbers: such clauses are left out. */
export function plainRules(rules: readonly (readonly Clause[])[]): readonly HostileRule[] {
  return rules.map((clauses, index): HostileRule => {
    const only = clauses.every(({ operator }) => operator === 'anything-but')
    return {
      id: `h${index}`,
      // A rule of exclusions only says that it means it.
      redress: `match: ${matchYaml(clauses)}${only ? ', matchAll: true' : ''}`,
      eventRuler: eventRulerPattern({ clauses }),
      quamina: clauses.every(({ operator }) => operator === 'numeric') ? null : quaminaPattern({ clauses }),
    }
  })
}
