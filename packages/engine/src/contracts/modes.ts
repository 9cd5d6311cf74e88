/** Modes are ordered from least to most; see `modes` in plan.ts. */
import { type Mode, modes } from './plan.js'

/** The lesser of two modes. */
export function leastMode(a: Mode, b: Mode): Mode {
  return modes.indexOf(a) <= modes.indexOf(b) ? a : b
}

/** The greater of two modes: of two rules that ask for the same change, one that acts is enough. */
export function mostMode(a: Mode, b: Mode): Mode {
  return modes.indexOf(a) >= modes.indexOf(b) ? a : b
}
