/** An exception that covers the target at the moment of acting blocks every change of that target. */
import type { Guard } from '../contracts/guard.js'
import { outcome } from '../contracts/outcome.js'

export const exceptionGuard: Guard = (_change, { action, exception }) =>
  exception === null || action.place !== 'target'
    ? null
    : outcome('refused', 'EXCEPTION', `the target is covered by exception \`${exception}\``)
