/**
 * A rule with what does not depend on the finding worked out.
 *
 * All that is asked of it for each finding stands in one object: of ten thousand rules each is seldom in the cache, and
 * fetching it takes longer than what is done with it.
 */
import type { LoadedRule } from '../contracts/loaded.js'
import { leastMode } from '../contracts/modes.js'
import type { Mode } from '../contracts/plan.js'
import type { Expanded } from './draft.js'
import {
  decidedStep,
  isConstant,
  type KnownActions,
  type PreparedStep,
  paramsOf,
  prepareStep,
} from './prepare-steps.js'
import { changesResources, type DefaultField, defaultClauses } from './skips.js'

export class PreparedRule {
  readonly loaded: LoadedRule
  readonly id: string
  readonly stops: boolean
  /** True if its match is all there is to it: no `unless`, `when` or `on`. */
  readonly isPlain: boolean
  /** Fields with a default clause that the rule does not mention. */
  readonly defaults: readonly DefaultField[]
  /** The steps in this mode, for a rule whose steps are the same for every finding. */
  #constant: Expanded | null = null
  #constantIn: Mode | null = null
  /** Made when they are first needed: most rules of a large project never act. */
  #steps: readonly PreparedStep[] | null = null
  #isConstant = false
  #mayChange = true
  readonly #known: KnownActions

  constructor(loaded: LoadedRule, known: KnownActions) {
    const { rule, match, unless, when } = loaded
    this.loaded = loaded
    this.id = rule.id
    this.stops = rule.stop === true
    this.isPlain = unless.length === 0 && when === null && rule.on === undefined
    this.defaults = allDefaults.filter((field) => !match.fields.has(field))
    this.#known = known
  }

  get steps(): readonly PreparedStep[] {
    return this.#steps ?? this.#prepare()
  }

  /** False if no step changes a resource, whatever the finding is. */
  get mayChange(): boolean {
    if (this.#steps === null) this.#prepare()
    return this.#mayChange
  }

  /** What the steps come to where that is the same for every finding; else `null`. */
  constantSteps(mode: Mode): Expanded | null {
    if (this.#constantIn === mode) return this.#constant
    const { steps } = this
    if (!this.#isConstant) return null
    const { rule, mode: ceiling } = this.loaded
    const written = steps.map((step) => decidedStep(rule.id, step.uses, paramsOf(step), null, leastMode(mode, ceiling)))
    this.#constant = { steps: written, held: null }
    this.#constantIn = mode
    return this.#constant
  }

  #prepare(): readonly PreparedStep[] {
    const steps = this.loaded.rule.steps.map((step) => prepareStep(step, this.#known))
    this.#steps = steps
    this.#isConstant = steps.every((step) => isConstant(step, this.#known))
    this.#mayChange = steps.some(({ use, uses }) =>
      use?.kind === 'action' ? changesResources(uses) : use?.kind !== 'channel',
    )
    return steps
  }
}

const allDefaults: readonly DefaultField[] = defaultClauses.map(({ field }) => field)
