/**
 * The project that a case runs in: for a playbook test one rule that uses the playbook, for a rule test the team's
 * own rules and exceptions. Modes and scope are lifted, because a case is about what the documents say and the
 * world is not a real one.
 */
import type { Finding, LoadedProject, LoadedRule, Matcher, TestCase } from '@redress/engine'

const everything: Matcher = { program: [], judge: () => 'yes', explain: () => [], fields: new Set(), selective: true }

export function caseProject(
  loaded: LoadedProject,
  testCase: TestCase,
  playbook: string | null,
  finding: Finding,
): LoadedProject {
  const scope = {
    accounts: finding.account === null ? [] : [finding.account],
    regions: [...new Set([finding.region, ...finding.resources.map(({ region }) => region), 'us-east-1'])].filter(
      (region) => region !== null,
    ),
  }
  const project = { apiVersion: 'redress/v1', kind: 'Project', ...loaded.project, mode: 'apply', scope } as const
  if (playbook === null) return { ...loaded, project, rules: loaded.rules.map((rule) => ({ ...rule, mode: 'apply' })) }
  const use = `playbook/${playbook}`
  const rule: LoadedRule = {
    rule: {
      id: 'case',
      match: {},
      matchAll: true,
      steps: [testCase.with === undefined ? { use } : { use, with: testCase.with }],
    },
    origin: { file: 'case', line: 1, column: 1 },
    match: everything,
    unless: [],
    when: null,
    mode: 'apply',
  }
  return { ...loaded, project, rules: [rule], exceptions: [] }
}
