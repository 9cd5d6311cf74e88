/** A part of the output of `decide`: what a batch of findings adds to it, ready to be printed. */
import type { Decision, RefusedFinding } from '@redress/engine'

/** How decisions are printed. */
export type DecideForm =
  | { readonly kind: 'json' }
  | { readonly kind: 'text'; readonly width: number; readonly colours: boolean }

export interface DecidedPart {
  /** In the order of the decisions. */
  readonly sections: readonly Section[]
  /** Targets that nothing is said of but their number, by reason. */
  readonly left: readonly LeftAlone[]
}

export interface Section {
  /** What waits for a person or is held comes after what acts, as far as there is room to let it wait. */
  readonly kind: 'acting' | 'guided' | 'held'
  readonly text: string
}

export interface LeftAlone {
  readonly reason: string
  readonly count: number
  /** Each once, in order of appearance. */
  readonly controls: readonly string[]
}

/** Collects decisions and gives what they print. */
export interface PartMaker {
  add(decision: Decision): void
  /** All since the last call. */
  take(): DecidedPart
}

/** Prints the output of a run, part by part and in their order. */
export interface DecidePrinter {
  add(part: DecidedPart): void
  end(refused: readonly RefusedFinding[]): void
}
