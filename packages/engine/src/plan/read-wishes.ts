/**
 * Reads AWS for what is wished and says what would change.
 *
 * Wishes of one action in one place are read together, as many at a time as the action takes; at most eight
 * reads run side by side. A read that fails is a refusal of those changes and of nothing else.
 */
import type { Planned } from '../contracts/action.js'
import { readRefusal } from '../contracts/aws-error.js'
import { chunks, inParallel } from '../contracts/in-parallel.js'
import { canonical, type Json } from '../contracts/json.js'
import { outcome } from '../contracts/outcome.js'
import type { Verdict } from '../contracts/plan.js'
import type { AwsPort } from '../contracts/ports.js'
import type { Wish } from './collect-wishes.js'

const readsAtOnce = 8

export interface Reading {
  readonly before: Json
  readonly after: Json
  readonly verdict: Verdict
}

export interface ReadDeps {
  readonly aws: AwsPort
  readonly now: number
  /** Called after each read with the number of wishes read so far. */
  readonly progress?: ((done: number, total: number) => void) | undefined
}

/** What reading found for each wish. */
export async function readWishes(wishes: readonly Wish[], deps: ReadDeps): Promise<ReadonlyMap<Wish, Reading>> {
  const readings = new Map<Wish, Reading>()
  await inParallel(groups(wishes), readsAtOnce, async (group) => {
    const found = await readGroup(group, deps)
    group.forEach((wish, index) => {
      readings.set(wish, found[index] ?? refused('UNREADABLE', `\`${wish.action.name}\` said nothing of this item`))
    })
    deps.progress?.(readings.size, wishes.length)
  })
  return readings
}

function groups(wishes: readonly Wish[]): readonly (readonly Wish[])[] {
  const byPlace = new Map<string, Wish[]>()
  for (const wish of wishes) {
    const { account, region, partition } = wish.place
    const key = canonical([wish.action.name, account, region, partition])
    const group = byPlace.get(key)
    if (group === undefined) byPlace.set(key, [wish])
    else group.push(wish)
  }
  return [...byPlace.values()].flatMap((group) => chunks(group, group[0]?.action.batch ?? 1))
}

async function readGroup(group: readonly Wish[], { aws, now }: ReadDeps): Promise<readonly Reading[]> {
  const [first] = group
  if (first === undefined) return []
  try {
    const items = group.map(({ step, decision }) => ({
      params: step.with,
      context: { now, finding: decision.finding },
    }))
    const found = await first.action.plan(items, await aws.reading(first.place))
    return found.map(readingOf)
  } catch (error) {
    const verdict = readRefusal(error, first.action)
    return group.map(() => ({ before: null, after: null, verdict }))
  }
}

/** Throws for a state that is no JSON, which the caller turns into a refusal. */
function readingOf(planned: Planned): Reading {
  canonical(planned)
  switch (planned.kind) {
    case 'change':
      return { before: planned.before, after: planned.after, verdict: { kind: 'change' } }
    case 'closed':
      return still(planned.state, outcome('noop', 'ALREADY_COMPLIANT', 'already as it should be'))
    case 'gone':
      return still(null, outcome('noop', 'RESOURCE_GONE', 'the resource does not exist'))
    case 'pending':
      return still(planned.state, outcome('deferred', 'PENDING', planned.message))
    case 'refused':
      return refused(planned.code, planned.message)
    default:
      return planned satisfies never
  }
}

function still(state: Json, verdict: Verdict): Reading {
  return { before: state, after: state, verdict }
}

function refused(code: string, message: string): Reading {
  return still(null, outcome('refused', code, message))
}
