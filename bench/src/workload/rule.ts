/**
 * Rules in a neutral form, which every engine translates into its own.
 *
 * Values stand as ASFF spells them. An absent field fits no clause, `anything-but` neither.
 */

/** One condition on one field. */
export type Clause =
  | { readonly field: string; readonly operator: 'equals'; readonly value: string }
  | { readonly field: string; readonly operator: 'one-of'; readonly value: readonly string[] }
  | { readonly field: string; readonly operator: 'anything-but'; readonly value: readonly string[] }
  | {
      readonly field: string
      readonly operator: 'prefix' | 'suffix' | 'wildcard' | 'equals-ignore-case'
      readonly value: string
    }
  /** From the first number on, and below the second. */
  | { readonly field: string; readonly operator: 'numeric'; readonly value: readonly [from: number, below: number] }

export interface Rule {
  readonly id: string
  readonly clauses: readonly Clause[]
  readonly step: Step
}

/** What the rule does: Redress only; the others just say that it matched. */
export type Step =
  | { readonly use: 'finding.set-severity'; readonly label: string }
  | { readonly use: 'finding.note'; readonly text: string }
