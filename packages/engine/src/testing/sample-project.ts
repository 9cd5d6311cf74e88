/**
 * A loaded project for tests, from documents written as objects. What does not compile throws.
 *
 * Only matching is compiled, as loading would; nothing is checked against schemas.
 */
import { Type } from '@sinclair/typebox'
import type { Action } from '../contracts/action.js'
import type { Exception } from '../contracts/documents/exceptions.js'
import type { Playbook } from '../contracts/documents/playbook.js'
import type { Project } from '../contracts/documents/project.js'
import type { Rule } from '../contracts/documents/rules.js'
import type { Json, JsonObject } from '../contracts/json.js'
import type { Condition, LoadedProject } from '../contracts/loaded.js'
import type { Matcher } from '../contracts/match.js'
import { compileMatch } from '../match/compile-match.js'
import { compileWhen } from '../when/compile-when.js'

export interface SampleDocuments {
  readonly project?: Partial<Project>
  readonly rules?: readonly Rule[]
  readonly exceptions?: readonly Exception[]
  readonly playbooks?: readonly Playbook[]
}

/** Mode `apply` unless the project says otherwise. */
export function sampleProject(documents: SampleDocuments): LoadedProject {
  const { project = {}, rules = [], exceptions = [], playbooks = [] } = documents
  const whole: Project = {
    apiVersion: 'redress/v1',
    kind: 'Project',
    mode: 'apply',
    scope: { accounts: ['123456789012'], regions: ['eu-west-1', 'us-east-1'] },
    ...project,
  }
  return {
    project: whole,
    rules: rules.map((rule) => ({
      rule,
      origin,
      match: matcher(rule.match),
      unless: (rule.unless ?? []).map(matcher),
      when: rule.when === undefined ? null : condition(rule.when),
      mode: rule.mode ?? whole.mode ?? 'plan',
    })),
    exceptions: exceptions.map((exception) => ({
      exception,
      origin,
      match: matcher(exception.match),
      endsAt: Date.parse(exception.expires) + 86_400_000,
    })),
    playbooks: new Map(
      playbooks.map((playbook) => [
        playbook.id,
        { playbook, origin, match: matcher(playbook.match), unless: (playbook.unless ?? []).map(matcher) },
      ]),
    ),
    standards: [],
    tests: [],
    hash: 'hash',
  }
}

export function samplePlaybook(changes: Partial<Playbook> = {}): Playbook {
  return {
    apiVersion: 'redress/v1',
    kind: 'Playbook',
    id: 'EC2.2',
    version: '1.2.0',
    title: 'Default security groups are closed',
    status: 'stable',
    why: 'Instances land in the default group by accident.',
    impact: { level: 'disruptive', breaks: 'Instances in the group lose their traffic.' },
    match: { control: 'EC2.2', compliance: 'FAILED', 'resource.type': 'AWS::EC2::SecurityGroup' },
    parameters: {},
    steps: [{ use: 'ec2.revoke-security-group-rules', with: { groupId: '${resource.name}', rules: 'all' } }],
    guide: ['Open ${resource.name} and remove its rules.'],
    falsePositives: [],
    references: [],
    ...changes,
  }
}

export function sampleException(changes: Partial<Exception> = {}): Exception {
  return {
    id: 'bastion',
    match: { control: 'EC2.2' },
    reason: 'accepted-risk',
    justification: 'Reviewed quarterly',
    owner: 'network-team',
    ticket: 'SEC-1',
    expires: '2027-03-31',
    ...changes,
  }
}

/** Actions that do nothing, by name. */
export function sampleActions(...names: readonly string[]): ReadonlyMap<string, Action> {
  return new Map(names.map((name) => [name, idleAction(name)]))
}

const origin = { file: 'test.yaml', line: 1, column: 1 } as const

function matcher(match: JsonObject): Matcher {
  const compiled = compileMatch(match, '', { groups: {} })
  if (compiled.problems.length > 0) throw new Error(JSON.stringify(compiled.problems))
  return compiled.matcher
}

function condition(expression: Json): Condition {
  const compiled = compileWhen(expression, '')
  if (compiled.problems.length > 0) throw new Error(JSON.stringify(compiled.problems))
  return compiled.condition
}

function idleAction(name: string): Action {
  return {
    name,
    summary: name,
    resource: null,
    risk: 'safe',
    reversible: 'full',
    permissions: { read: [], write: [] },
    params: Type.Object({}),
    place: 'target',
    verify: 'plan',
    once: false,
    batch: 1,
    describe: () => name,
    plan: async () => [],
    apply: async () => [],
  }
}
