/** Reads a plan back from JSON. That it is a plan does not make it one to apply: `verifyPlan` says that. */
import { Value } from '@sinclair/typebox/value'
import type { Plan } from '../contracts/plan.js'
import { planSchema } from '../contracts/plan-schema.js'
import { RedressError } from '../contracts/problem.js'

/** Throws `usage.input` with the place of the first thing that is no part of a plan. */
export function parsePlan(json: unknown): Plan {
  if (Value.Check(planSchema, json)) return json
  const error = Value.Errors(planSchema, json).First()
  const place = error === undefined || error.path === '' ? '' : ` at \`${error.path}\``
  throw new RedressError('usage.input', `this is not a plan${place}: ${error?.message.toLowerCase() ?? 'unreadable'}`, {
    hint: 'give the file that `redress plan --out` wrote',
  })
}
