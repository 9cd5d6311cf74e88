/** `decide --json` and `explain --json`: what would match, and why. */
import type { Decision, Explanation, RefusedFinding } from '@redress/engine'
import { type Static, Type } from '@sinclair/typebox'
import type { PartMaker } from '../show/decided-part.js'
import { closed, jsonSchema, nullable } from './schema.js'

const refusedSchema = closed({
  source: Type.String({ description: 'File name, or `-` for standard input.' }),
  position: Type.String({ description: 'Place in the source, such as `line 3`.' }),
  code: Type.String(),
  message: Type.String(),
})

export const decideOutputSchema = closed(
  {
    decisions: Type.Array(
      closed({
        finding: Type.String({ description: 'Id of the finding.' }),
        target: nullable(Type.String({ description: 'Id of the resource.' })),
        control: nullable(Type.String()),
        rules: Type.Array(Type.String(), { description: 'Rules that matched and act, in order.' }),
        exception: nullable(Type.String()),
        steps: Type.Array(closed({ use: Type.String(), with: Type.Record(Type.String(), jsonSchema) })),
        skipped: nullable(Type.String({ description: 'Why nothing is done.' })),
      }),
      { description: 'One for each finding and target, also where no rule matched.' },
    ),
    refused: Type.Array(refusedSchema, { description: 'Findings that cannot be read.' }),
  },
  { title: 'Output of redress decide --json' },
)
export type DecideOutput = Static<typeof decideOutputSchema>

/** One decision as it is printed. */
export function decisionOutput({
  finding,
  target,
  control,
  rules,
  exception,
  steps,
  skipped,
}: Decision): DecideOutput['decisions'][number] {
  return {
    finding: finding.id,
    target,
    control,
    rules: [...rules],
    exception,
    steps: steps
      .filter(({ overriddenBy }) => overriddenBy === null)
      .map(({ use, with: parameters }) => ({ use, with: { ...parameters } })),
    skipped,
  }
}

/** Decisions as lines of the list in a document of `decideOutputSchema`, without what stands between parts. */
export function createJsonMaker(): PartMaker {
  let lines: string[] = []
  return {
    add: (decision) => lines.push(`    ${JSON.stringify(decisionOutput(decision))}`),
    take() {
      const sections = lines.length === 0 ? [] : [{ kind: 'acting', text: lines.join(',\n') } as const]
      lines = []
      return { sections, left: [] }
    },
  }
}

/** One refused finding as it is printed. */
export function refusedOutput({ source, position, code, message }: RefusedFinding): DecideOutput['refused'][number] {
  return { source, position, code, message }
}

const clauseSchema = Type.Recursive((clause) =>
  closed({
    field: Type.String(),
    wanted: jsonSchema,
    found: jsonSchema,
    from: nullable(Type.String({ description: 'Path in the raw finding.' })),
    verdict: Type.Union([Type.Literal('yes'), Type.Literal('no'), Type.Literal('unknown')]),
    detail: nullable(Type.String()),
    clauses: Type.Array(clause),
  }),
)

export const explainOutputSchema = closed(
  {
    explanations: Type.Array(
      closed({
        finding: Type.String(),
        target: nullable(Type.String()),
        rule: Type.String(),
        verdict: Type.Union([Type.Literal('yes'), Type.Literal('no'), Type.Literal('unknown')]),
        missedBy: Type.Integer({ description: 'Clauses that do not hold; 1 is a near miss.' }),
        firstFailing: nullable(Type.String({ description: 'Field of the first clause that does not hold.' })),
        exception: nullable(Type.String()),
        clauses: Type.Array(clauseSchema),
      }),
    ),
  },
  { title: 'Output of redress explain --json' },
)
export type ExplainOutput = Static<typeof explainOutputSchema>

/** An explanation with the finding that it is about. */
export interface Explained {
  readonly finding: string
  readonly explanation: Explanation
}

export function explainOutput(explained: readonly Explained[]): ExplainOutput {
  return {
    explanations: explained.map(({ finding, explanation }) => ({
      finding,
      target: explanation.target,
      rule: explanation.rule,
      verdict: explanation.truth,
      missedBy: explanation.missedBy,
      firstFailing: explanation.firstFailing?.field ?? null,
      exception: explanation.exception,
      clauses: explanation.clauses.map(clauseOutput),
    })),
  }
}

function clauseOutput({
  field,
  wanted,
  found,
  from,
  truth,
  detail,
  children,
}: Explanation['clauses'][number]): Static<typeof clauseSchema> {
  return { field, wanted, found, from, verdict: truth, detail, clauses: children.map(clauseOutput) }
}
