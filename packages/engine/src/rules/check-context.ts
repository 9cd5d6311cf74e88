/**
 * What checks between documents need to know: the names that exist, and the compilers of other stages.
 *
 * The compilers are handed in, because a stage knows no other; `load-project.ts` puts them together.
 */
import type { Action } from '../contracts/action.js'
import type { DocumentKind } from '../contracts/documents/index.js'
import type { Playbook } from '../contracts/documents/playbook.js'
import type { Project } from '../contracts/documents/project.js'
import type { Json, JsonObject } from '../contracts/json.js'
import type { Condition } from '../contracts/loaded.js'
import type { Matcher, PointerProblem } from '../contracts/match.js'

export interface Groups {
  readonly [name: string]: readonly string[]
}

export interface Compilers {
  match(
    match: JsonObject,
    pointer: string,
    options: { readonly groups: Groups },
  ): { readonly matcher: Matcher; readonly problems: readonly PointerProblem[] }
  when(
    expression: Json,
    pointer: string,
  ): { readonly condition: Condition; readonly problems: readonly PointerProblem[] }
  templates(
    value: Json,
    pointer: string,
    scope: { readonly parameters: readonly string[]; readonly playbook: boolean },
  ): readonly PointerProblem[]
}

export interface CheckContext {
  readonly compilers: Compilers
  readonly actions: ReadonlyMap<string, Action>
  /** `null` also when the project's own file could not be read. */
  readonly project: Project | null
  /** By id, those of the catalogue too. */
  readonly playbooks: ReadonlyMap<string, Playbook>
  /** Kinds of which some document could not be read: what they define may be missing here. */
  readonly incomplete: ReadonlySet<DocumentKind>
}

/** A part of a document that was compiled, and what is wrong with it. */
export interface Compiled<Value> {
  readonly value: Value
  readonly problems: readonly PointerProblem[]
}
