/** The emergency stop. A switch that cannot be read counts as thrown; whoever gathers the facts sees to that. */
import type { Guard } from '../contracts/guard.js'
import { outcome } from '../contracts/outcome.js'

export const killSwitchGuard: Guard = (_change, { stopped }) =>
  stopped ? outcome('refused', 'STOPPED', 'the kill switch is on, or cannot be read') : null
