/** Loads a generated project into the engine, asks engine and model the same, and says where they differ. */

import { isDeepStrictEqual } from 'node:util'
import {
  type Action,
  type ClauseTrace,
  checkProject,
  createEngine,
  type Decision,
  defineAction,
  defineSetting,
  type Explanation,
  type Mode,
  readValue,
} from '@redress/engine'
import { type TObject, Type } from '@sinclair/typebox'
import { decide, explain } from './decide.js'
import type { Project } from './documents.js'
import type { Clause } from './match.js'
import { normalise } from './normalise.js'
import { now } from './pools.js'

const text = Type.String({ maxLength: 500 })
const label = Type.Union(['INFORMATIONAL', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL'].map((one) => Type.Literal(one)))
const workflow = Type.Union(['NEW', 'NOTIFIED', 'RESOLVED', 'SUPPRESSED'].map((one) => Type.Literal(one)))
const closed = { additionalProperties: false }

const door = defineSetting({
  name: 'door.close',
  summary: 'Close a door.',
  resource: 'Example::Door',
  risk: 'safe',
  permissions: { read: [], write: [] },
  params: Type.Object({ name: Type.String() }, closed),
  describe: () => 'close',
  read: async () => null,
  want: (current) => current,
  write: async () => {},
})

function simple(name: string, params: TObject, resource: string | null = null): Action {
  return defineAction({
    name,
    summary: 'Do something.',
    resource,
    risk: 'safe',
    reversible: 'none',
    permissions: { read: [], write: [] },
    params,
    describe: () => name,
    plan: async () => ({ kind: 'gone' }),
    apply: async () => null,
  })
}

export const actions: readonly Action[] = [
  door,
  simple('notify.page', Type.Object({ text }, closed)),
  simple('count.set', Type.Object({ count: Type.Integer() }, closed), 'Example::Counter'),
  simple('finding.set-severity', Type.Object({ label, note: Type.Optional(text) }, closed)),
  simple('finding.set-workflow', Type.Object({ workflow }, closed)),
  simple('finding.suppress', Type.Object({ note: text }, closed)),
]

/** One rule set, findings in JSON, and how they are asked about. */
export interface Sample {
  readonly project: Project
  readonly findings: readonly unknown[]
  readonly mode: Mode
  readonly request: boolean
}

/** What both say of one finding, and of one rule if an explanation was asked for. */
export interface Disagreement {
  readonly finding: unknown
  readonly rule: string | null
  readonly engine: unknown
  readonly model: unknown
}

const clock = { now: () => now, sleep: async () => {} }

/** Asks both for decisions about every finding, and to explain every rule, exception and playbook about every finding. */
export async function compare({ project, findings, mode, request }: Sample, most = 1) {
  const { project: loaded, problems } = await checkProject({ files: filesOf(project), actions })
  if (loaded === null) throw new Error(`the generated set does not load: ${JSON.stringify(problems.slice(0, 5))}`)
  const engine = createEngine({ project: loaded, actions, clock, mode })
  const documents = [...project.rules, ...project.exceptions, ...project.playbooks]
  const disagreements: Disagreement[] = []
  let pairs = 0
  for (const raw of findings) {
    const [item] = readValue(raw, 'generated')
    const targets = normalise(raw)
    const check = (rule: string | null, said: unknown, model: unknown) => {
      // As text first, which is several times as fast.
      if (JSON.stringify(said) === JSON.stringify(model) || isDeepStrictEqual(said, model)) return
      disagreements.push({ finding: raw, rule, engine: said, model })
    }
    if (item?.kind !== 'finding' || typeof targets === 'string') {
      check(
        null,
        item?.kind === 'refused' ? item.refused.code : 'a finding',
        typeof targets === 'string' ? targets : 'a finding',
      )
      continue
    }
    const cases = targets.map((target) => ({ ...target, project, now, request }))
    check(null, engine.decide([item.finding], { request }).map(plainDecision), decide(cases, mode))
    // Explaining is never by request.
    const unasked = cases.map((one) => ({ ...one, request: false }))
    for (const { id } of documents) {
      check(id, engine.explain(item.finding, id).map(plainExplanation), explain(unasked, id))
    }
    pairs += project.rules.length * cases.length
    if (disagreements.length >= most) break
  }
  return { pairs, disagreements }
}

export function filesOf({ mode, groups, rules, exceptions, playbooks }: Project): ReadonlyMap<string, string> {
  const said = { justification: 'It has to be so.', owner: 'team', reason: 'accepted-risk' }
  const described = {
    title: 'A playbook',
    status: 'stable',
    why: 'Because.',
    impact: { level: 'safe', breaks: 'Nothing.' },
    parameters: {},
    guide: ['Do it.'],
    falsePositives: [],
    references: [],
  }
  return new Map([
    document('redress.yaml', 'Project', {
      ...(mode === undefined ? {} : { mode }),
      scope: { accounts: [], regions: [] },
      groups,
    }),
    ...(rules.length === 0 ? [] : [document('rules/generated.yaml', 'Rules', { rules })]),
    document('exceptions/generated.yaml', 'Exceptions', { exceptions: exceptions.map((one) => ({ ...one, ...said })) }),
    ...playbooks.map((one) => document(`playbooks/${one.id}.yaml`, 'Playbook', { ...described, ...one })),
  ])
}

function document(file: string, kind: string, members: object): [string, string] {
  return [file, JSON.stringify({ apiVersion: 'redress/v1', kind, ...members })]
}

function plainDecision({ target, rules, exception, skipped, steps, held }: Decision) {
  return {
    target,
    exception,
    rules,
    skipped,
    steps: steps.map(({ rule, use, with: params, mode, overriddenBy }) => ({
      rule,
      use,
      with: rule.startsWith('exception:') ? null : params,
      mode,
      overriddenBy,
    })),
    held: held.map(({ rule, code }) => ({ rule, code })),
  }
}

/** Only clauses about a field say what they want in the words of the rule. */
const others = new Set(['any', 'all', 'unless', 'when', 'on', 'expires', 'target'])

/** The three values of logic as the model has them. */
const truths = { yes: 1, unknown: 0, no: -1 }

function plainClause({ field, wanted, truth, children, detail }: ClauseTrace): Clause {
  const bare = others.has(field) || detail === 'asked by default'
  return {
    field,
    ...(bare ? {} : { wanted }),
    truth: truths[truth],
    ...(children.length === 0 && field !== 'unless' ? {} : { children: children.map(plainClause) }),
  }
}

function plainExplanation({ truth, clauses, firstFailing, missedBy, exception }: Explanation) {
  return {
    truth: truths[truth],
    clauses: clauses.map(plainClause),
    firstFailing: firstFailing?.field ?? null,
    missedBy,
    exception,
  }
}
