/**
 * Holds the pattern tables in `packages/engine/patterns`: what every field and operator must match and must not.
 *
 * The page `docs/reference/matching.md` is made of the same tables. Only the public API is used, so that the tables
 * bind whatever the matcher is made of: each example is a rule of a project, each finding is read from a raw body, and
 * what `explain` says clause by clause has to be what `decide` does.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  checkProject,
  type Engine,
  type Finding,
  findingFields,
  isJsonObject,
  type Json,
  type JsonObject,
  operators,
  own,
  readValue,
  readYaml,
  resourceFields,
  type Truth,
} from '../index.js'
import { matchEngine, matchProject, truthOfMatch } from '../testing/match-project.js'

type Verdict = 'must' | 'must-not' | 'unknown'

interface Example {
  readonly match: JsonObject
  /** Path in the sample finding → what stands there instead; `null` takes it away. */
  readonly asff?: JsonObject
  readonly ocsf?: JsonObject
  /** Which resource is the target, from 0. */
  readonly target?: number
}

interface Statement {
  readonly says: string
  readonly examples: readonly Example[]
}

interface Refusal {
  /** As text where the reader of YAML refuses it already. */
  readonly match: JsonObject | string
  readonly problem: string
  readonly hint?: string
}

type Table = { readonly [verdict in Verdict]?: readonly Statement[] } & {
  readonly operator?: string
  readonly refused?: readonly Refusal[]
  readonly fields?: readonly ({ readonly field: string } & { readonly [verdict in Verdict]?: readonly Statement[] })[]
}

const folder = resolve(import.meta.dirname, '../../patterns')
const truths = { must: 'yes', 'must-not': 'no', unknown: 'unknown' } as const satisfies Record<Verdict, Truth>
const verdicts: readonly Verdict[] = ['must', 'must-not', 'unknown']

const sample = readTable<{ readonly asff: Json; readonly ocsf: Json; readonly groups: JsonObject }>('sample')
const tables = readdirSync(folder)
  .map((file) => file.replace(/\.yaml$/, ''))
  .filter((name) => name !== 'sample')
  .map((name) => ({ name, table: readTable<Table>(name) }))

function readTable<Shape>(name: string): Shape {
  const { document, problems } = readYaml(`${name}.yaml`, readFileSync(join(folder, `${name}.yaml`)))
  if (document === null || problems.length > 0) throw new Error(JSON.stringify(problems))
  return JSON.parse(JSON.stringify(document.value))
}

interface Row extends Example {
  readonly id: string
  readonly verdict: Verdict
  readonly name: string
}

/** Every example of a table, with an id that a rule may have. */
function rowsOf({ fields = [], ...table }: Table): readonly Row[] {
  const rows = [table, ...fields].flatMap((part) =>
    verdicts.flatMap((verdict) =>
      (part[verdict] ?? []).flatMap(({ says, examples }) => examples.map((example) => ({ ...example, verdict, says }))),
    ),
  )
  return rows.map((row, index) => {
    const has = JSON.stringify(row.asff ?? row.ocsf ?? {}).slice(0, 120)
    return { ...row, id: `pattern-${index}`, name: `${row.says}: ${shown(row.match)} of ${has}` }
  })
}

function shown(match: JsonObject | string): string {
  return typeof match === 'string' ? match : JSON.stringify(match)
}

function findingOf({ asff = {}, ocsf }: Example): Finding {
  const raw = ocsf === undefined ? vary(sample.asff, asff) : vary(sample.ocsf, ocsf)
  const [item, ...others] = readValue(raw, 'sample')
  if (item?.kind !== 'finding' || others.length > 0) throw new Error(JSON.stringify(item))
  return item.finding
}

/** The sample with other values at these paths. */
function vary(base: Json, changes: JsonObject): Json {
  return Object.entries(changes).reduce<Json>((raw, [path, value]) => put(raw, path.split('.'), written(value)), base)
}

function put(owner: Json, [key = '', ...rest]: readonly string[], value: Json): Json {
  if (Array.isArray(owner)) {
    const items: Json[] = [...owner]
    items[Number(key)] = rest.length === 0 ? value : put(items[Number(key)] ?? {}, rest, value)
    return items
  }
  const members = isJsonObject(owner) ? owner : {}
  return { ...members, [key]: rest.length === 0 ? value : put(members[key] ?? {}, rest, value) }
}

/** `{ repeat: x, times: 3 }` is `xxx`, for texts too long to be written out. */
function written(value: Json): Json {
  const repeat = own(value, 'repeat')
  return typeof repeat === 'string' ? repeat.repeat(Number(own(value, 'times'))) : value
}

describe.each(tables)('the patterns of $name', ({ table }) => {
  const rows = rowsOf(table)
  let engine: Engine

  beforeAll(async () => {
    engine = await matchEngine(rows, sample.groups)
  })

  it.each(rows.map((row) => [`${row.verdict}: ${row.name}`, row] as const))('%s', (_, row) => {
    const finding = findingOf(row)
    const target = row.target ?? 0
    const explained = engine.explain(finding, row.id)[target]
    if (explained === undefined) throw new Error('there is no such target')
    expect(truthOfMatch(explained, row.match)).toBe(truths[row.verdict])

    // What else keeps a rule from acting (an account that is absent, a finding that was resolved) is not the match.
    const others = explained.clauses.slice(Object.keys(row.match).length)
    if (others.some(({ truth }) => truth !== 'yes')) return
    const decision = engine.decide([finding])[target]
    expect(decision?.rules.includes(row.id)).toBe(row.verdict === 'must')
    const held = decision?.held.filter(({ rule }) => rule === row.id).map(({ code }) => code)
    expect(held).toEqual(row.verdict === 'unknown' ? ['indeterminate'] : [])
  })

  const refused = (table.refused ?? []).map((each) => [`${shown(each.match)} does not load`, each] as const)
  it.each(refused)('%s', async (_, { match, problem, hint = null }) => {
    const { project, problems } = await checkProject(matchProject([{ id: 'pattern', match }], sample.groups))
    expect(project).toBeNull()
    expect(problems.map(({ message, hint }) => ({ message, hint }))).toEqual([{ message: problem, hint }])
  })
})

describe('all patterns together', () => {
  const rows = tables.flatMap(({ name, table }) => rowsOf(table).map((row) => ({ ...row, id: `${name}-${row.id}` })))

  it('decide as they explain, whichever finding meets whichever rule', async () => {
    const engine = await matchEngine(rows, sample.groups)
    const findings = new Map(rows.map((row) => [JSON.stringify([row.asff, row.ocsf]), findingOf(row)]))
    // A third of them, spread over all tables, says as much in a third of the time.
    const some = [...findings.values()].filter((_, index) => index % 3 === 0)
    expect(some.length).toBeGreaterThan(80)
    for (const finding of some) {
      const acting = engine.decide([finding]).map((decision) => decision.rules)
      const holding = acting.map((_, target) =>
        rows.filter(({ id }) => engine.explain(finding, id)[target]?.truth === 'yes').map(({ id }) => id),
      )
      expect(acting).toEqual(holding)
    }
  }, 30_000)
})

describe('the tables are complete', () => {
  const parts = tables.flatMap(({ table }) => [table, ...(table.fields ?? [])])
  const matchesOf = (part: (typeof parts)[number], verdict: Verdict) =>
    (part[verdict] ?? []).flatMap(({ examples }) => examples.map(({ match }) => match))

  const fieldNames = [
    ...Object.keys(findingFields),
    ...Object.keys(resourceFields).map((name) => `resource.${name}`),
    'resource.tags.<key>',
    'resource.details.<path>',
    'asff:<Path.To.Field>',
    'ocsf:<path.to.field>',
  ]

  it('with a section for every field', () => {
    const named = tables.flatMap(({ table }) => (table.fields ?? []).map(({ field }) => field))
    expect(named).toEqual(fieldNames)
  })

  it.each(fieldNames)('with an example that matches `%s` and one that does not', (name) => {
    const head = name.replace(/<.*$/, '')
    const section = parts.find((part) => 'field' in part && part.field === name)
    for (const verdict of ['must', 'must-not'] as const) {
      const fields = section === undefined ? [] : matchesOf(section, verdict).flatMap(Object.keys)
      expect(fields.filter((field) => field === name || (head !== name && field.startsWith(head)))).not.toEqual([])
    }
  })

  const pairs = Object.entries(operators).flatMap(([operator, { kinds }]) => kinds.map((kind) => ({ operator, kind })))

  it.each(pairs)(
    'with examples of `$operator` on a field of kind $kind, one that matches and one that does not',
    (pair) => {
      const { operator, kind } = pair
      const table = parts.find((part) => 'operator' in part && part.operator === operator)
      for (const verdict of ['must', 'must-not'] as const) {
        const fitting =
          table === undefined ? [] : matchesOf(table, verdict).filter((match) => uses(match, operator, kind))
        expect(fitting).not.toEqual([])
      }
    },
  )

  it('with a file for every operator and none besides', () => {
    const named = tables.flatMap(({ name, table }) => (table.operator === undefined ? [] : [[name, table.operator]]))
    expect(named).toEqual(
      Object.keys(operators)
        .sort()
        .map((operator) => [operator, operator]),
    )
  })

  /** True if the match asks a field of this kind by this operator, at any depth. */
  function uses(match: JsonObject, operator: string, kind: string): boolean {
    return Object.entries(match).some(([field, clause]) => {
      if ((field === 'any' || field === 'all') && Array.isArray(clause)) {
        return clause.some((each: Json) => isJsonObject(each) && uses(each, operator, kind))
      }
      const clauses: readonly Json[] = Array.isArray(clause) ? clause : [clause]
      return kindOf(field) === kind && clauses.some((each) => own(each, operator) !== undefined)
    })
  }

  function kindOf(field: string): string {
    const infos = {
      ...findingFields,
      ...Object.fromEntries(Object.entries(resourceFields).map(([name, info]) => [`resource.${name}`, info])),
    }
    const info = Object.entries(infos).find(([name]) => name === field)?.[1]
    return info?.kind ?? (field.startsWith('resource.tags.') ? 'string' : 'raw')
  }
})
