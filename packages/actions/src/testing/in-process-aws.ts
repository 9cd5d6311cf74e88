/** The in-process AWS with all built-in services. */
import { fakes } from './fakes.js'
import { createWorld, type World, type WorldOptions } from './world.js'

/** `state` is account → Region (or `global`) → service → state; services of one's own are added by `fakes`. */
export function inProcessAws(state: unknown = {}, options: Partial<Omit<WorldOptions, 'state'>> = {}): World {
  return createWorld({ ...options, fakes: [...fakes, ...(options.fakes ?? [])], state })
}
