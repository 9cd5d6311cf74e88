/** Documents as the generator makes them and engine and model are asked about them: as their files say, and sound. */

/** What is said of a step. */
export interface Use {
  readonly use: string
  readonly with?: unknown
}

/** A rule, an exception (which has an end and no steps) or a playbook (which has a version). */
export interface Rule {
  readonly id: string
  readonly match: object
  readonly unless?: readonly object[] | undefined
  readonly when?: unknown
  readonly trust?: readonly string[] | undefined
  readonly on?: string | undefined
  readonly mode?: string | undefined
  readonly stop?: boolean | undefined
  readonly steps?: readonly Use[]
  readonly expires?: string
  readonly version?: string
}

export interface Project {
  readonly mode?: string | undefined
  readonly groups: Record<string, readonly string[]>
  readonly rules: readonly Rule[]
  readonly exceptions: readonly Rule[]
  readonly playbooks: readonly Rule[]
}
