/**
 * Whatever a finding holds: the engine comes to an end, and no call is made but to the finding's own account.
 *
 * Single members of a sound finding are replaced by what attackers and broken producers write.
 */
import { isJsonObject, type Json, type JsonObject, readValue } from '@redress/engine'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { account, closing, region, story } from './story.js'

const other = '111122223333'
const hostile = fc.oneof(
  fc.constantFrom<Json>(
    null,
    '',
    ' ',
    0,
    -1,
    1e308,
    true,
    [],
    {},
    [[]],
    other,
    Number(other),
    '12345',
    'theirs',
    '*',
    'arn:aws:s3:::theirs',
    'arn:aws:s3:::logs/../theirs',
    'arn:aws:s3:::logs\n',
    'arn:aws-cn:s3:::logs',
    `arn:aws:s3::${other}:logs`,
    `arn:aws:ec2:${region}:${other}:security-group/sg-0123`,
    `AWS::::Account:${other}`,
    `arn:aws:securityhub:${region}:${account}:product/${account}/default`,
    `arn:aws:securityhub:${region}:${account}:product/aws/securityhub`,
    'us-east-1',
    'eu-west-1\u0000',
    '${resource.name}',
    '{"var":""}',
    '__proto__',
    'constructor',
    '\u202elogs',
    '9999-12-31T23:59:59.999Z',
    'not a date',
    'SUPPRESSED',
    'ARCHIVED',
  ),
  fc.constant<Json>(JSON.parse('{"__proto__":{"account":"111122223333"},"constructor":{"prototype":{}}}')),
  fc.jsonValue({ maxDepth: 3 }).map((value): Json => JSON.parse(JSON.stringify(value))),
)

/** Every place in a value, as a list of keys. */
function placesIn(value: Json, path: readonly string[] = []): readonly (readonly string[])[] {
  const members = typeof value === 'object' && value !== null ? Object.entries(value) : []
  return [path, ...members.flatMap(([key, member]) => placesIn(member, [...path, key]))]
}

function replaced(value: Json, [key, ...rest]: readonly string[], by: Json): Json {
  if (key === undefined) return by
  if (Array.isArray(value)) {
    const list: readonly Json[] = value
    return list.map((item, index) => (String(index) === key ? replaced(item, rest, by) : item))
  }
  if (!isJsonObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, name === key ? replaced(member, rest, by) : member]),
  )
}

const sound: JsonObject = story().stored()
const change = fc.tuple(fc.constantFrom(...placesIn(sound).slice(1)), hostile)

const documents = {
  ...closing('    unless: [{ resource.tags.keep: { exists: true } }]'),
  'rules/all.yaml': `apiVersion: redress/v1
kind: Rules
rules:
  - id: all
    match: { severity: { at-least: LOW } }
    when: { ">=": [{ var: finding.ageDays }, 1] }
    steps:
      - use: s3.require-tls
        with: { bucket: "\${resource.name}" }
      - use: finding.note
        with: { text: "seen \${finding.title} \${resource.id}" }
`,
}

it('nothing is called outside the account that the finding is of', async () => {
  let acted = 0
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
      const told = story()
      const engine = await told.engine(documents)
      const raw = changes.reduce<Json>((value, [path, by]) => replaced(value, path, by), sound)
      const items = [...readValue(raw, 'hostile')]
      const findings = items.flatMap((item) => (item.kind === 'finding' ? [item.finding] : []))
      const plan = JSON.stringify(await engine.plan(findings))
      const report = await engine.apply(JSON.parse(plan))
      acted += report.outcomes.filter(({ outcome }) => outcome.kind === 'applied').length
      for (const call of told.world.calls) {
        expect(findings.map((finding) => finding.account)).toContain(call.account)
        expect(call.account).toBe(account)
        if ('Bucket' in call.input) expect(call.input).toMatchObject({ ExpectedBucketOwner: account })
      }
      expect(told.world.state[other]).toEqual(story().world.state[other])
      expect(Object.keys(Object.prototype)).toEqual([])
    }),
    { numRuns: 100 },
  )
  expect(acted).toBeGreaterThan(0)
}, 60_000)
