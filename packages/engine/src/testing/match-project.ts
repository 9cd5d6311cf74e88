/**
 * Matches as rules of a project, one each, for tests that bind matching whatever it is made of.
 *
 * Only the public API is used.
 */
import { Type } from '@sinclair/typebox'
import {
  createEngine,
  defineSetting,
  type Engine,
  type Explanation,
  type JsonObject,
  loadProject,
  type ProjectInput,
  type Truth,
} from '../index.js'

/** A match as text is YAML, for what the reader of YAML already refuses. */
export interface NamedMatch {
  readonly id: string
  readonly match: JsonObject | string
}

/** The files of a project with a rule for each match. JSON is YAML. */
export function matchProject(matches: readonly NamedMatch[], groups: JsonObject = {}): ProjectInput {
  const rules = matches.map(({ id, match }) => {
    const text = typeof match === 'string' ? `{ ${match} }` : JSON.stringify(match)
    return `{ "id": "${id}", "match": ${text}, "steps": [{ "use": "notify.sample" }] }`
  })
  const scope = { accounts: ['123456789012'], regions: ['eu-west-1'] }
  return {
    actions: [tell],
    files: new Map([
      ['redress.yaml', JSON.stringify({ apiVersion: 'redress/v1', kind: 'Project', scope, groups })],
      ['rules/matches.yaml', `{ "apiVersion": "redress/v1", "kind": "Rules", "rules": [\n${rules.join(',\n')}\n] }`],
    ]),
  }
}

/** An engine with a rule for each match, whose clock stands at 2026-11-21. Rejects for what does not load. */
export async function matchEngine(matches: readonly NamedMatch[], groups: JsonObject = {}): Promise<Engine> {
  const project = await loadProject(matchProject(matches, groups))
  const now = Date.UTC(2026, 10, 21)
  return createEngine({ project, actions: [tell], clock: { now: () => now, sleep: async () => {} } })
}

/** What the clauses of a match come to, by the logic of three values; clauses that every rule has are left out. */
export function truthOfMatch({ clauses }: Explanation, match: JsonObject): Truth {
  const fields = Object.keys(match)
  const found = clauses.slice(0, fields.length)
  if (found.some(({ field }, index) => field !== fields[index]))
    throw new Error('the clauses are not those of the match')
  if (found.some(({ truth }) => truth === 'no')) return 'no'
  return found.some(({ truth }) => truth === 'unknown') ? 'unknown' : 'yes'
}

const tell = defineSetting({
  name: 'notify.sample',
  summary: 'Stands for a step.',
  resource: null,
  risk: 'safe',
  permissions: { read: [], write: [] },
  params: Type.Object({}),
  describe: () => 'tell',
  read: async () => null,
  want: (current) => current,
  write: async () => {},
})
