/** `check --json`, `test --json`: problems of documents, and results of their tests. */
import { type Static, Type } from '@sinclair/typebox'
import { closed, nullable } from './schema.js'

const place = {
  file: Type.String({ description: 'Relative to the working directory.' }),
  line: Type.Integer({ minimum: 1 }),
}

export const checkOutputSchema = closed(
  {
    problems: Type.Array(
      closed({
        ...place,
        column: Type.Integer({ minimum: 1 }),
        code: Type.String({ description: 'One of the codes in the reference.' }),
        message: Type.String(),
        hint: nullable(Type.String()),
      }),
    ),
    loaded: closed(
      { rules: Type.Integer(), exceptions: Type.Integer(), playbooks: Type.Integer() },
      { description: 'Documents of the project and of the catalogue that were loaded.' },
    ),
  },
  { title: 'Output of redress check --json' },
)
export type CheckOutput = Static<typeof checkOutputSchema>

export const testOutputSchema = closed(
  {
    cases: Type.Array(
      closed({
        ...place,
        name: Type.String(),
        ok: Type.Boolean(),
        differences: Type.Array(Type.String(), { description: 'What differs from the expectation; empty when `ok`.' }),
      }),
    ),
    passed: Type.Integer(),
    failed: Type.Integer(),
  },
  { title: 'Output of redress test --json' },
)
export type TestOutput = Static<typeof testOutputSchema>
