/** A plan ends while a long run is still applying it, too. */
import type { Guard } from '../contracts/guard.js'
import { outcome } from '../contracts/outcome.js'

export const planAgeGuard: Guard = (_change, { now, planExpiresAt }) =>
  planExpiresAt === null || now < planExpiresAt ? null : outcome('refused', 'PLAN_EXPIRED', 'the plan has expired')
