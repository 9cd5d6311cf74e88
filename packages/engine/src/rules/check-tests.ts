/**
 * Tests name playbooks, rules, exceptions and actions; a name that does not exist would make a test that proves nothing.
 */
import type { PlaybookTest, RuleTest, TestCase } from '../contracts/documents/tests.js'
import type { PointerProblem } from '../contracts/match.js'
import { didYouMean } from '../contracts/nearest.js'
import type { Problem } from '../contracts/problem.js'
import type { CheckContext } from './check-context.js'
import { checkGiven, parametersSchema } from './check-parameters.js'
import { type Documents, placed } from './documents.js'
import { inWords } from './in-words.js'

/** Problems of all tests. */
export function checkTests(documents: Documents, context: CheckContext): readonly Problem[] {
  const rules = documents.Rules.flatMap(({ document }) => document.rules.map(({ id }) => id))
  const exceptions = documents.Exceptions.flatMap(({ document }) => document.exceptions.map(({ id }) => id))
  const names = { rules, exceptions }
  return [...documents.PlaybookTest, ...documents.RuleTest].flatMap((source) => [
    ...placed(source, casesProblems(source.document, names, context)),
    ...placed(source, playbookProblems(source.document, context, source.source)),
  ])
}

interface Names {
  readonly rules: readonly string[]
  readonly exceptions: readonly string[]
}

function casesProblems(test: PlaybookTest | RuleTest, names: Names, context: CheckContext): readonly PointerProblem[] {
  return test.cases.flatMap(({ expect }, index) => [
    ...unknownRules(expect, names, context, `/cases/${index}/expect`),
    ...(expect.changes ?? []).flatMap(({ use }, place) => {
      if (context.actions.has(use)) return []
      const pointer = `/cases/${index}/expect/changes/${place}/use`
      const hint = didYouMean(use, context.actions.keys())
      return [problem(pointer, 'rules.unknown-action', `unknown action ${inWords(use)}`, hint)]
    }),
  ])
}

function unknownRules(
  { rules, exception }: TestCase['expect'],
  names: Names,
  { incomplete }: CheckContext,
  pointer: string,
): readonly PointerProblem[] {
  const unknown = (rules ?? []).flatMap((id, index) => {
    if (incomplete.has('Rules') || names.rules.includes(id) || id.startsWith('catalog-')) return []
    const hint = didYouMean(id, names.rules)
    return [problem(`${pointer}/rules/${index}`, 'document.value', `there is no rule ${inWords(id)}`, hint)]
  })
  if (exception === undefined || incomplete.has('Exceptions') || names.exceptions.includes(exception)) return unknown
  const message = `there is no exception ${inWords(exception)}`
  const hint = didYouMean(exception, names.exceptions)
  return [...unknown, problem(`${pointer}/exception`, 'document.value', message, hint)]
}

function playbookProblems(
  test: PlaybookTest | RuleTest,
  context: CheckContext,
  source: (pointer: string) => string | null,
): readonly PointerProblem[] {
  if (test.kind === 'RuleTest') return []
  const playbook = context.playbooks.get(test.playbook)
  if (playbook === undefined) {
    if (context.incomplete.has('Playbook')) return []
    const hint = didYouMean(test.playbook, context.playbooks.keys())
    return [problem('/playbook', 'rules.unknown-playbook', `unknown playbook ${inWords(test.playbook)}`, hint)]
  }
  const schema = parametersSchema(playbook.parameters)
  return test.cases.flatMap((testCase, index) =>
    testCase.with === undefined ? [] : checkGiven(schema, testCase.with, `/cases/${index}/with`, source),
  )
}

function problem(pointer: string, code: PointerProblem['code'], message: string, hint: string | null): PointerProblem {
  return { pointer, at: 'value', code, message, hint }
}
