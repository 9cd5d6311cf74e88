/**
 * From decisions to wishes: each different thing that is asked for, once, with all who ask for it.
 *
 * Wishes are told apart by what they do to what. The finding is part of that only for updates of findings and
 * for messages; two findings about one bucket ask for one change of the bucket.
 */
import type { Action } from '../contracts/action.js'
import type { DecidedStep, Decision } from '../contracts/decision.js'
import { canonical } from '../contracts/json.js'
import { mostMode } from '../contracts/modes.js'
import { oneLine } from '../contracts/outcome.js'
import type { Mode, Unplanned } from '../contracts/plan.js'
import type { AwsPort, AwsTarget } from '../contracts/ports.js'
import { type PlaceFacts, placeOf } from './place-of.js'

/** One thing asked for. */
export interface Wish {
  readonly action: Action
  readonly step: DecidedStep
  readonly decision: Decision
  readonly place: AwsTarget
  readonly target: string
  readonly mode: Mode
  readonly breaks: string | null
  readonly playbook: string | null
  readonly rules: readonly string[]
  readonly findings: readonly string[]
  readonly sequences: readonly string[]
}

export interface CollectDeps extends Omit<PlaceFacts, 'home'> {
  readonly actions: ReadonlyMap<string, Action>
  readonly aws: AwsPort
}

type CheckParams = typeof import('../contracts/check-params.js').checkParams

/** Wishes in the order of the first who asks, and what is not planned, with the reason. */
export async function collectWishes(
  decisions: readonly Decision[],
  deps: CollectDeps,
): Promise<{ readonly wishes: readonly Wish[]; readonly unplanned: readonly Unplanned[] }> {
  // Its library takes longer to load than the rest of the engine, and deciding does without.
  const { checkParams } = await import('../contracts/check-params.js')
  let known: ReturnType<AwsPort['home']> | null = null
  const home = () => (known ??= deps.aws.home())
  const wishes = new Map<string, Wish>()
  const unplanned: Unplanned[] = []
  for (const decision of decisions) {
    unplanned.push(...notPlanned(decision))
    for (const step of decision.steps) {
      const found = await wishOf(step, decision, { ...deps, home, checkParams })
      if ('code' in found) unplanned.push(found)
      else {
        const key = identity(found)
        const other = wishes.get(key)
        wishes.set(key, other === undefined ? found : merge(other, found))
      }
    }
  }
  return { wishes: [...wishes.values()], unplanned }
}

function notPlanned(decision: Decision): readonly Unplanned[] {
  const held = decision.held.map(({ rule, code, message, guide }) => reason(decision, rule, code, message, guide))
  // What held a rule back says more than that nothing was done for the same reason.
  if (decision.skipped === null || decision.held.some(({ code }) => code === decision.skipped)) return held
  const exception = decision.exception === null ? '' : `: exception \`${decision.exception}\``
  return [reason(decision, null, decision.skipped, `skipped (${decision.skipped})${exception}`), ...held]
}

async function wishOf(
  step: DecidedStep,
  decision: Decision,
  deps: CollectDeps & PlaceFacts & { readonly checkParams: CheckParams },
): Promise<Wish | Unplanned> {
  const no = (code: string, message: string) => reason(decision, step.rule, code, message)
  if (step.overriddenBy !== null) {
    return no('overridden', `\`${step.use}\` gives way to the later rule \`${step.overriddenBy}\``)
  }
  const action = deps.actions.get(step.use)
  if (action === undefined) return no('unknown-action', `there is no action \`${step.use}\``)
  const wrong = deps.checkParams(action.params, step.with)
  if (wrong !== null) return no('parameters', `\`${step.use}\` cannot run: ${wrong}`)
  const place = await tryPlace(action, step, decision, deps)
  if (typeof place === 'string') return no('no-place', place)
  if (place === null) return no('no-place', `the finding does not tell where to run \`${step.use}\``)
  const { finding } = decision
  return {
    action,
    step,
    decision,
    place,
    target: action.place === 'hub' ? finding.id : (decision.target ?? finding.id),
    mode: step.mode,
    breaks: step.breaks,
    playbook: step.playbook,
    rules: [step.rule],
    findings: [finding.id],
    sequences: [canonical([step.rule, finding.id, decision.target])],
  }
}

/** A step that is only observed needs no place, so a home that cannot be asked for is no hindrance. */
async function tryPlace(action: Action, step: DecidedStep, decision: Decision, deps: PlaceFacts) {
  if (step.mode === 'observe') {
    const { account, region, partition } = decision
    return { account: account ?? '', region: region ?? '', partition: partition ?? '' }
  }
  try {
    return await placeOf(action, step.with, decision, deps)
  } catch (error) {
    return oneLine(error instanceof Error ? error.message : String(error))
  }
}

function identity({ action, step, place, target, decision: { finding } }: Wish): string {
  const who = action.place === 'target' && !action.once ? null : [finding.id, finding.productArn, finding.firstObserved]
  const { account, region, partition } = place
  return canonical([action.name, account, region, partition, action.once ? null : target, step.with, who])
}

function merge(first: Wish, second: Wish): Wish {
  return {
    ...first,
    mode: mostMode(first.mode, second.mode),
    breaks: first.breaks ?? second.breaks,
    playbook: first.playbook ?? second.playbook,
    rules: union(first.rules, second.rules),
    findings: union(first.findings, second.findings),
    sequences: union(first.sequences, second.sequences),
  }
}

function union(a: readonly string[], b: readonly string[]): readonly string[] {
  return [...new Set([...a, ...b])]
}

function reason(
  { finding, target, control }: Decision,
  rule: string | null,
  code: string,
  message: string,
  guide: readonly string[] = [],
): Unplanned {
  return { finding, target, control, rule, code, message, guide }
}
