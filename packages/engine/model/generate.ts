/** Random documents of a project: rules with every operator on every field, exceptions, playbooks. All of them load. */
import type { Mode } from '@redress/engine'
import fc, { type Arbitrary } from 'fast-check'
import type { Project, Use } from './documents.js'
import { type FieldPool, fieldPools, groups, matches, products, severities, standards, types, words } from './pools.js'

type Values = Record<string, unknown>

const pick = <T>(values: readonly T[]): Arbitrary<T> => fc.constantFrom(...values)
const either = <T>(...arbitraries: readonly Arbitrary<T>[]): Arbitrary<T> => fc.oneof(...arbitraries)
const some = <T>(arbitrary: Arbitrary<T>, most = 3) => fc.array(arbitrary, { minLength: 1, maxLength: most })
/** Not there for the most part: so many times to one. */
const seldom = <T>(arbitrary: Arbitrary<T>, weight = 1): Arbitrary<T | undefined> =>
  fc.oneof({ weight, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary })

// Rules

const ages = pick(['1d', '24h', '30d', '10m', '52w'])
const patterns = pick(['[a-z]+-?[0-9]*', '.*', '(a|b)+', '[^/]*/[^/]*', 'sg-0.*', 'Open .*', '\\(a.*'])

/** Values and operators that a clause on one value of a field may want. */
function wantedOf({ kind, values }: FieldPool): Arbitrary<unknown> {
  const value = pick(values.length > 0 ? values : [0])
  const piece = fc.tuple(pick([...values.map(String), 'x']), fc.nat({ max: 6 }), fc.boolean())
  const start = piece.map(([text, length]) => text.slice(0, length + 1) || 'x')
  const end = piece.map(([text, length]) => text.slice(-length - 1) || 'x')
  const wildcard = either(
    piece.map(([text, length]) => `${text.slice(0, length).replaceAll('*', '\\*')}*`),
    piece.map(([text, length]) => `*${text.slice(-length).replaceAll('*', '\\*')}`),
    pick(['*', 'a\\*b', '*-*', '*:*:*', 'ab*ba', 'two*lines']),
  )
  const sameBut = piece.map(([text, , upper]) => (upper ? text.toUpperCase() : text.toLowerCase()) || 'x')
  const numeric = either<unknown>(
    fc.tuple(pick(['=', '<', '<=', '>', '>=']), pick([0, 1, 40, 70, 100])),
    fc.tuple(pick(['>', '>=']), pick([0, 1, 40]), pick(['<', '<=']), pick([69, 70, 100])),
  ).map((operand) => ({ numeric: operand }))
  const age = fc.tuple(pick(['older-than', 'newer-than']), ages).map(([operator, operand]) => ({ [operator]: operand }))
  const text = either<unknown>(
    start.map((prefix) => ({ prefix })),
    end.map((suffix) => ({ suffix })),
    wildcard.map((operand) => ({ wildcard: operand })),
    sameBut.map((operand) => ({ 'equals-ignore-case': operand })),
    patterns.map((regex) => ({ regex })),
    pick(['sandboxes', 'teams']).map((group) => ({ group })),
    pick(['192.0.2.0/24', '192.0.2.7/32', '0.0.0.0/0', '2001:db8::/32', '::/0']).map((cidr) => ({ cidr })),
  )
  switch (kind) {
    case 'number':
      return either<unknown>(value, numeric)
    case 'severity':
      return either<unknown>(
        value,
        fc.tuple(pick(['at-least', 'at-most']), value).map(([operator, label]) => ({ [operator]: label })),
      )
    case 'time':
      return age
    case 'raw':
      return either<unknown>(value, value, text, numeric, age)
    default:
      return either<unknown>(value, value, text)
  }
}

function clauseOf(pool: FieldPool): Arbitrary<unknown> {
  const wanted = wantedOf(pool)
  const exists = fc.boolean().map((there) => ({ exists: there }))
  const lists = fc
    .tuple(pick(['any-of', 'all-of', 'none-of']), some(wanted))
    .map(([operator, operand]) => ({ [operator]: operand }))
  if (pool.kind === 'time') return either<unknown>(wanted, exists, lists)
  const value = pick(pool.values)
  const butText = fc
    .tuple(
      pick(['prefix', 'suffix', 'wildcard', 'equals-ignore-case']),
      some(pick(pool.values.map((one) => `${String(one).slice(0, 6) || 'x'}`)), 2),
    )
    .map(([operator, operand]) => ({
      [operator]: operator === 'wildcard' ? operand.map((one) => `${one.replaceAll('*', '\\*')}*`) : operand,
    }))
  const textual = pool.kind !== 'number' && pool.kind !== 'severity'
  const but = either<unknown>(value, some(value), textual ? butText : value).map((operand) => ({
    'anything-but': operand,
  }))
  return either<unknown>(wanted, wanted, some(value), but, exists, lists)
}

const clauses = fieldPools.map((pool) => fc.tuple(fc.constant(pool.field), clauseOf(pool)))
const flat = fc
  .array(either(...clauses), { minLength: 1, maxLength: 2 })
  .map((list): Values => Object.fromEntries(list))
const nested = fc
  .tuple(flat, pick(['any', 'all']), some(flat), seldom(fc.tuple(pick(['any', 'all']), some(flat, 2))))
  .map(([own, name, inner, deeper]): Values => {
    const last = deeper === undefined ? [] : [{ [deeper[0]]: deeper[1] }]
    return { ...own, [name]: [...inner, ...last] }
  })
const match = fc.oneof(
  { weight: 6, arbitrary: flat },
  { weight: 2, arbitrary: nested },
  { weight: 1, arbitrary: pick<Values>(matches.telling) },
)
/** So that the rest of a rule is reached for many findings. */
const unnumbered: Arbitrary<Values> = pick<Values>([
  { severity: { 'at-least': 'LOW' } },
  { 'resource.type': { prefix: 'AWS::' } },
  { account: { group: 'sandboxes' } },
])
const broad: Arbitrary<Values> = either(
  unnumbered,
  pick<Values>(matches.doubtful),
  pick<Values>([
    { control: 'EC2.2' },
    { 'resource.name': { exists: true } },
    { 'resource.type': ['AWS::S3::Bucket', 'AWS::IAM::User'] },
    { workflow: ['NEW', 'RESOLVED', 'SUPPRESSED'], record: ['ACTIVE', 'ARCHIVED'], compliance: { exists: true } },
    { workflow: { exists: true }, record: { 'anything-but': 'ACTIVE' } },
    { record: { 'anything-but': 'ARCHIVED' }, compliance: { exists: true } },
  ]),
)
const ruleMatch = either(match, broad)

const truths: Arbitrary<unknown> = either<unknown>(
  fc
    .tuple(pick(['>', '>=', '<', '<=']), pick([0, 1, 30, 300]))
    .map(([sign, days]) => ({ [sign]: [{ var: 'finding.ageDays' }, days] })),
  fc
    .tuple(pick(['>=', '<']), pick([0, 40, 70]))
    .map(([sign, score]) => ({ [sign]: [{ var: ['finding.confidence', 50] }, score] })),
  fc.tuple(pick(['==', '!=']), pick(words)).map(([sign, word]) => ({ [sign]: [{ var: 'resource.tags.team' }, word] })),
  fc
    .tuple(pick(['==', '!=']), pick(words))
    .map(([sign, word]) => ({ [sign]: [{ var: ['resource.tags.a.b', 'data'] }, word] })),
  some(pick(severities)).map((labels) => ({ in: [{ var: 'finding.severity' }, labels] })),
  pick(types).map((type) => ({ in: [type, { var: 'finding.types' }] })),
  pick(['some', 'all', 'none']).chain((name) =>
    pick(standards).map((standard) => ({ [name]: [{ var: 'finding.standard' }, { '==': [{ var: '' }, standard] }] })),
  ),
  some(pick(['finding.accountName', 'resource.tags.constructor', 'resource.region', 'finding.title'])).map((names) => ({
    '!': [{ missing: names }],
  })),
)
const logic: Arbitrary<unknown> = either<unknown>(
  truths,
  fc.tuple(pick(['and', 'or']), some(truths)).map(([name, list]) => ({ [name]: list })),
  truths.map((one) => ({ '!': [one] })),
  fc.tuple(truths, truths, truths).map((branches) => ({ if: branches })),
)

const texts = pick([
  '${finding.title}',
  'of ${rule.id} at ${resource.name}',
  '${finding.types | join}: ${finding.severity | lower}',
  '${finding.company | upper}',
  '${resource.tags.team | upper}',
  '${finding.standard | first} $${not}',
  '${finding.types | first}',
  '${asff:ProductFields.owner}',
  '${finding.types | json}',
  'plain',
])
const step: Arbitrary<Use> = either<Use>(
  pick(['${resource.name}', '${resource.id}', '${finding.region}']).map((name) => ({
    use: 'door.close',
    with: { name },
  })),
  texts.map((text) => ({ use: 'notify.page', with: { text } })),
  texts.map((text) => ({ use: 'notify.page', with: { text } })),
  fc
    .tuple(pick(severities), seldom(texts))
    .map(([label, note]) => ({ use: 'finding.set-severity', with: note === undefined ? { label } : { label, note } })),
  pick(['NOTIFIED', 'RESOLVED']).map((workflow) => ({ use: 'finding.set-workflow', with: { workflow } })),
  texts.map((note) => ({ use: 'finding.suppress', with: { note } })),
  fc.constant({ use: 'count.set', with: { count: '${finding.confidence}' } }),
  fc.constant({ use: 'playbook' }),
  pick(['EC2.2', 'S3.8', 'own-type']).map((id) => ({ use: `playbook/${id}@1` })),
)

export const modes = pick<Mode>(['observe', 'plan', 'approve', 'apply'])

/** Without the members that are not given. */
function ifGiven<Members extends object>(members: Members): Members {
  return Object.assign(Object.fromEntries(Object.entries(members).filter(([, member]) => member !== undefined)))
}

const rule = fc
  .record({
    match: ruleMatch,
    matchAll: fc.constant(true),
    unless: seldom(some(match, 2), 2),
    when: seldom(logic, 2),
    trust: seldom(some(pick(products), 2)),
    on: seldom(fc.constant('request'), 8),
    mode: seldom(modes),
    stop: seldom(fc.boolean(), 6),
    steps: some(step),
  })
  .map(ifGiven)
  .map((written) => (JSON.stringify(written.match).includes('EC2.13') ? withPlaybook(written) : written))

/** A rule for a control that has no playbook would not load. */
function withPlaybook<Written extends { readonly steps: readonly Use[] }>(written: Written): Written {
  const steps = written.steps.map((one) => (one.use === 'playbook' ? { use: 'playbook/EC2.2@1' } : one))
  return { ...written, steps }
}

const exception = fc
  .tuple(
    fc.oneof(flat, pick<Values>([{}, { workflow: { exists: true } }])),
    unnumbered,
    pick(['2026-11-20', '2026-11-21', '2027-03-31']),
  )
  .map(([more, own, expires]) => ({ match: { ...more, ...own }, expires }))

const playbookStep = pick<Use>([
  { use: 'door.close', with: { name: '${resource.name}' } },
  { use: 'notify.page', with: { text: '${resource.tags.team}' } },
  { use: 'finding.set-workflow', with: { workflow: 'RESOLVED' } },
])
const playbooks = [
  { id: 'EC2.2', own: pick<Values>([{ control: 'EC2.2' }, { control: 'EC2.2', compliance: 'FAILED' }]) },
  { id: 'S3.8', own: fc.constant<Values>({ control: 'S3.8' }) },
  { id: 'own-type', own: unnumbered },
].map(({ id, own }) =>
  fc
    .record({
      match: own,
      unless: seldom(some(match, 1), 2),
      steps: fc.array(playbookStep, { maxLength: 3 }),
    })
    .map((members) => ({ id, version: '1.0.0', ...ifGiven(members) })),
)

const named =
  (prefix: string) =>
  <Members extends object>(list: readonly Members[]) =>
    list.map((one, at) => ({ id: `${prefix}-${at}`, ...one }))

/** Projects with this many rules. */
export function projectOf(rules: number): Arbitrary<Project> {
  return fc
    .record({
      mode: seldom(modes),
      rules: fc.array(rule, { minLength: rules, maxLength: rules }).map(named('rule')),
      exceptions: fc
        .oneof(fc.constant([]), fc.array(exception, { minLength: 1, maxLength: 5 }))
        .map(named('exception')),
      playbooks: fc.tuple(...playbooks),
    })
    .map((documents) => ({ ...documents, groups }))
}
