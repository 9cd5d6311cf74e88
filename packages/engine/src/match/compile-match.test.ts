import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Finding, Resource } from '../contracts/finding.js'
import type { Json, JsonObject } from '../contracts/json.js'
import type { Truth } from '../contracts/match.js'
import { allOf } from '../contracts/truth.js'
import { sampleFinding, sampleNow, sampleResource } from '../testing/sample-finding.js'
import { compileMatch, matchLimits } from './compile-match.js'

const options = { groups: { sandboxes: ['123456789012', '111122223333'] } }

function judge(match: JsonObject, finding: Partial<Finding> = {}, resource: Partial<Resource> = {}): Truth {
  const { matcher, problems } = compileMatch(match, '', options)
  expect(problems).toEqual([])
  const subject = { finding: sampleFinding(finding), resource: sampleResource(resource), now: sampleNow }
  const truth = matcher.judge(subject)
  expect(allOf(matcher.explain(subject).map((clause) => clause.truth))).toBe(truth)
  return truth
}

const text60 = 'é'.repeat(5000)

describe('a match holds', () => {
  const cases: readonly (readonly [string, JsonObject])[] = [
    ['for an empty match', {}],
    ['when a value equals', { control: 'EC2.2' }],
    ['when one of a list equals', { control: ['S3.1', 'EC2.2'] }],
    ['when an operator of a list holds', { control: ['S3.1', { prefix: 'EC2.' }] }],
    ['when every field holds', { control: 'EC2.2', severity: 'HIGH', 'resource.tags.Environment': ['dev', 'test'] }],
    ['by group', { account: { group: 'sandboxes' } }],
    ['by severity order, upwards', { severity: { 'at-least': 'MEDIUM' } }],
    ['by severity order, downwards', { severity: { 'at-most': 'HIGH' } }],
    ['by prefix', { title: { prefix: 'VPC default' } }],
    ['by suffix', { title: { suffix: 'outbound traffic' } }],
    ['by wildcard', { title: { wildcard: 'VPC*groups*not*traffic' } }],
    ['by a wildcard of stars alone', { title: { wildcard: '**' } }],
    [
      'without regard to case',
      { title: { 'equals-ignore-case': 'vpc default security groups should not allow inbound or outbound traffic' } },
    ],
    ['by regular expression over the whole text', { control: { regex: 'EC[0-9]\\.[0-9]+' } }],
    ['by one comparison', { severityScore: { numeric: ['>=', 70] } }],
    ['by a range', { severityScore: { numeric: ['>', 0, '<=', 70] } }],
    ['by a raw number', { 'asff:Severity.Product': { numeric: ['=', 8] } }],
    ['by a raw value', { 'asff:Severity.Product': 8 }],
    ['by address', { 'asff:Network.SourceIpV4': { cidr: '192.0.2.0/24' } }],
    ['by age, older', { firstObserved: { 'older-than': '19d' } }],
    ['by age, newer', { firstObserved: { 'newer-than': '21d' } }],
    ['for a field that exists', { 'resource.tags.Environment': { exists: true } }],
    ['for a field that does not exist', { 'resource.tags.owner': { exists: false } }],
    ['for absence or a value', { 'resource.tags.owner': [{ exists: false }, 'me'] }],
    ['when a value is not excluded', { control: { 'anything-but': 'S3.1' } }],
    ['when no value is in the excluded list', { control: { 'anything-but': ['S3.1', 'S3.2'] } }],
    ['when no excluded prefix fits', { control: { 'anything-but': { prefix: ['S3.', 'IAM.'] } } }],
    ['by detail', { 'resource.details.GroupName': 'default' }],
    ['when any alternative holds', { any: [{ control: 'S3.1' }, { severity: 'HIGH', region: 'eu-west-1' }] }],
    ['when all alternatives hold', { all: [{ control: { prefix: 'EC2' } }, { control: { suffix: '.2' } }] }],
  ]
  it.each(cases)('%s', (_, match) => expect(judge(match)).toBe('yes'))
})

describe('a match does not hold', () => {
  const cases: readonly (readonly [string, JsonObject])[] = [
    ['when a value differs', { control: 'EC2.20' }],
    ['when only a part of a text fits a regular expression', { control: { regex: 'C2' } }],
    ['when upper and lower case differ', { title: { prefix: 'vpc' } }],
    ['when a text looks like the number', { 'asff:ProductFields.rank': { numeric: ['>', 1] } }],
    ['when a text looks like the number that equals', { 'asff:ProductFields.rank': 7 }],
    ['for an address outside', { 'asff:Network.SourceIpV4': { cidr: '198.51.100.0/24' } }],
    ['for a text that is no address', { title: { cidr: '0.0.0.0/0' } }],
    ['at exactly the age, older', { firstObserved: { 'older-than': '20d' } }],
    ['at exactly the age, newer', { firstObserved: { 'newer-than': '20d' } }],
    ['when absent, by value', { 'resource.tags.owner': 'me' }],
    ['when absent, by exclusion', { 'resource.tags.owner': { 'anything-but': 'me' } }],
    ['when absent, by none-of', { 'resource.tags.owner': { 'none-of': ['me'] } }],
    ['when absent, by exists', { 'resource.tags.owner': { exists: true } }],
    ['when it exists, by not exists', { control: { exists: false } }],
    ['for a raw path of the other format', { 'ocsf:severity': { exists: true } }],
    ['when one of two fields differs', { control: 'EC2.2', region: 'eu-west-2' }],
    ['when no alternative holds', { any: [{ control: 'S3.1' }, { region: 'eu-west-2' }] }],
    ['for a tag key of which only a part is there', { 'resource.tags.Environment.x': 'dev' }],
  ]
  it.each(cases)('%s', (_, match) => expect(judge(match)).toBe('no'))
})

describe('a match is in doubt', () => {
  const unreadable = { tags: null, unreadable: { tags: 'it is a number' } }
  const cases: readonly (readonly [string, Json])[] = [
    ['by value', 'dev'],
    ['by list', ['dev', { prefix: 'x' }]],
    ['by exclusion', { 'anything-but': 'dev' }],
    ['by exists', { exists: true }],
    ['by not exists', { exists: false }],
    ['by none-of', { 'none-of': ['dev'] }],
  ]
  it.each(cases)('about an unreadable tag, %s', (_, value) => {
    expect(judge({ 'resource.tags.Environment': value }, {}, unreadable)).toBe('unknown')
  })

  it('about a text that is too long for a pattern, in bytes', () => {
    expect(judge({ title: { regex: '.*' } }, { title: text60 })).toBe('unknown')
    expect(judge({ title: { 'anything-but': 'x' } }, { title: text60 })).toBe('yes')
    expect(judge({ title: { regex: 'x*' } }, { title: 'x'.repeat(8192) })).toBe('yes')
    expect(judge({ title: { regex: 'x*' } }, { title: 'x'.repeat(8193) })).toBe('unknown')
  })

  it('about a raw value that is no date', () => {
    expect(judge({ 'asff:ProductFields.rank': { 'older-than': '1d' } })).toBe('unknown')
  })

  it('but a clause that fails decides', () => {
    expect(judge({ 'resource.tags.Environment': 'dev', control: 'S3.1' }, {}, unreadable)).toBe('no')
    expect(judge({ any: [{ 'resource.tags.Environment': 'dev' }, { control: 'EC2.2' }] }, {}, unreadable)).toBe('yes')
  })
})

describe('fields with several values', () => {
  const types = { types: ['TTPs/Discovery', 'Effects/Data Exposure'] }
  const cases: readonly (readonly [string, Json, Truth])[] = [
    ['a value holds if any is it', 'TTPs/Discovery', 'yes'],
    ['a prefix holds if any has it', { prefix: 'Effects/' }, 'yes'],
    ['anything-but holds if none is excluded', { 'anything-but': 'Other' }, 'yes'],
    ['anything-but fails if any is excluded', { 'anything-but': ['Other', 'TTPs/Discovery'] }, 'no'],
    ['any-of wants one', { 'any-of': ['Other', { prefix: 'TTPs' }] }, 'yes'],
    ['all-of wants each', { 'all-of': ['TTPs/Discovery', { prefix: 'Effects' }] }, 'yes'],
    ['all-of fails if one is not there', { 'all-of': ['TTPs/Discovery', 'Other'] }, 'no'],
    ['none-of fails if one is there', { 'none-of': ['Other', { suffix: 'Discovery' }] }, 'no'],
    ['none-of holds if none is', { 'none-of': ['Other', { suffix: 'x' }] }, 'yes'],
  ]
  it.each(cases)('%s', (_, value, truth) => expect(judge({ types: value }, types)).toBe(truth))
})

describe('what does not compile is told with its place', () => {
  const cases: readonly (readonly [JsonObject, string, string, string, string | null])[] = [
    [
      { sevrity: 'HIGH' },
      '/m/sevrity key',
      'rules.unknown-field',
      'unknown field `sevrity`',
      'did you mean `severity`?',
    ],
    [
      { 'resource.tag.x': 'a' },
      '/m/resource.tag.x key',
      'rules.unknown-field',
      'unknown field `resource.tag.x`',
      'did you mean `resource.tags.x`?',
    ],
    [{ type: 'a' }, '/m/type key', 'rules.unknown-field', 'unknown field `type`', 'did you mean `resource.type`?'],
    [
      { 'finding.title': 'a' },
      '/m/finding.title key',
      'rules.unknown-field',
      'unknown field `finding.title`',
      'did you mean `title`?',
    ],
    [
      { title: { prefx: 'a' } },
      '/m/title/prefx key',
      'rules.unknown-operator',
      'unknown operator `prefx`',
      'did you mean `prefix`?',
    ],
    [
      { title: {} },
      '/m/title value',
      'rules.unknown-operator',
      'an operator object has exactly one operator, not none',
      null,
    ],
    [
      { title: { prefix: 'a', suffix: 'b' } },
      '/m/title value',
      'rules.unknown-operator',
      'an operator object has exactly one operator, not 2',
      'several conditions on one field go under `all`, each on its own',
    ],
    [
      { title: { 'at-least': 'LOW' } },
      '/m/title/at-least key',
      'rules.operator',
      '`at-least` does not fit `title`, which is of kind string',
      '`at-least` stands on fields of kind severity',
    ],
    [
      { title: { prefix: 3 } },
      '/m/title/prefix value',
      'rules.operator',
      '`prefix` wants a text that is not empty, not `3`',
      null,
    ],
    [{ severity: 'Hihg' }, '/m/severity value', 'document.value', '`severity` is never `Hihg`', 'did you mean `HIGH`?'],
    [
      { severity: { 'at-least': 'HIHG' } },
      '/m/severity/at-least value',
      'document.value',
      '`HIHG` is no severity',
      'did you mean `HIGH`?',
    ],
    [
      { workflow: { 'anything-but': ['NEW', 'SUPRESSED'] } },
      '/m/workflow/anything-but/1 value',
      'document.value',
      '`workflow` is never `SUPRESSED`',
      'did you mean `SUPPRESSED`?',
    ],
    [
      { account: 123456789012 },
      '/m/account value',
      'rules.operator',
      '`account` is a text, not the number `123456789012`',
      'quote it: `"123456789012"`',
    ],
    [
      { account: '1234' },
      '/m/account value',
      'document.value',
      '`1234` is no account id',
      'an account id has twelve digits',
    ],
    [
      { severityScore: '70' },
      '/m/severityScore value',
      'rules.operator',
      '`severityScore` is a number, not the text `70`',
      null,
    ],
    [
      { created: '2026-01-01' },
      '/m/created value',
      'rules.operator',
      '`created` is a time, which no value equals',
      'use `older-than` or `newer-than`',
    ],
    [
      { created: { 'older-than': '30 days' } },
      '/m/created/older-than value',
      'rules.date',
      '`30 days` is no age',
      'an age such as `30d` (units `m`, `h`, `d`, `w`)',
    ],
    [
      { title: null },
      '/m/title value',
      'rules.operator',
      '`title` has no value to match',
      'ask for absence with `{ exists: false }`',
    ],
    [{ title: [] }, '/m/title value', 'rules.operator', 'the list for `title` is empty', null],
    [{ title: ['a', ['b']] }, '/m/title/1 value', 'rules.operator', 'a list stands in a list', null],
    [
      { title: { 'any-of': [{ exists: true }] } },
      '/m/title/any-of/0 value',
      'rules.operator',
      '`exists` stands inside another operator',
      'ask whether the field exists in a clause of its own',
    ],
    [
      { title: { regex: '(a' } },
      '/m/title/regex value',
      'rules.pattern',
      '`(a` is no regular expression: error parsing regexp: missing closing ): `(a`',
      'patterns are RE2: without look-around and back references',
    ],
    [
      { title: { regex: 'a'.repeat(513) } },
      '/m/title/regex value',
      'rules.operator',
      `\`regex\` wants a regular expression of at most 512 characters, not \`"${'a'.repeat(58)}…\``,
      null,
    ],
    [
      { title: { wildcard: 'a\\b' } },
      '/m/title/wildcard value',
      'rules.pattern',
      'the backslash in `a\\b` escapes nothing',
      'write `\\*` for a star and `\\\\` for a backslash',
    ],
    [
      { account: { group: 'sandbox' } },
      '/m/account/group value',
      'rules.unknown-group',
      'unknown group `sandbox`',
      'did you mean `sandboxes`?',
    ],
    [
      { title: { cidr: '192.0.2.0' } },
      '/m/title/cidr value',
      'rules.operator',
      '`192.0.2.0` is no CIDR block',
      'write one such as `192.0.2.0/24`',
    ],
    [
      { title: { cidr: '192.0.2.1/24' } },
      '/m/title/cidr value',
      'rules.operator',
      '`192.0.2.1/24` has bits set behind its prefix length',
      'clear the bits behind the prefix length, or make the prefix longer',
    ],
    [
      { severityScore: { numeric: ['>', 1, '<'] } },
      '/m/severityScore/numeric value',
      'rules.operator',
      '`numeric` wants a list such as `[">=", 40]` or `[">=", 40, "<", 70]`, not `[">",1,"<"]`',
      null,
    ],
    [{ any: [] }, '/m/any value', 'document.type', '`any` wants a list of matches that is not empty', null],
    [{ all: [{}] }, '/m/all/0 value', 'document.type', '`all` holds matches that are not empty', null],
    [
      { any: [{ sevrity: 'HIGH' }] },
      '/m/any/0/sevrity key',
      'rules.unknown-field',
      'unknown field `sevrity`',
      'did you mean `severity`?',
    ],
    [{ constructor: 'x' }, '/m/constructor key', 'rules.unknown-field', 'unknown field `constructor`', null],
    [
      { title: { constructor: 'x' } },
      '/m/title/constructor key',
      'rules.unknown-operator',
      'unknown operator `constructor`',
      null,
    ],
  ]
  it.each(cases)('%j', (match, place, code, message, hint) => {
    const { problems, matcher } = compileMatch(match, '/m', options)
    expect(problems.map((problem) => ({ ...problem, pointer: `${problem.pointer} ${problem.at}` }))).toEqual([
      { pointer: place, at: place.split(' ')[1], code, message, hint },
    ])
    expect(matcher.judge({ finding: sampleFinding(), resource: sampleResource(), now: sampleNow })).toBe('unknown')
  })

  it('lists every problem, not the first', () => {
    const { problems } = compileMatch({ sevrity: 'HIGH', title: { prefx: 'a' }, region: 3 }, '', options)
    expect(problems.map(({ code }) => code)).toEqual([
      'rules.unknown-field',
      'rules.unknown-operator',
      'rules.operator',
    ])
  })
})

describe('limits', () => {
  const nested = (depth: number): JsonObject => (depth === 1 ? { control: 'EC2.2' } : { all: [nested(depth - 1)] })
  const wide = (count: number): JsonObject => ({ title: Array.from({ length: count }, () => ({ prefix: 'a' })) })

  it.each([
    ['depth', nested(matchLimits.depth), nested(matchLimits.depth + 1), 'the match is nested deeper than 20 levels'],
    ['parts', wide(matchLimits.nodes - 1), wide(matchLimits.nodes), 'the match has more than 500 parts'],
  ])('hold at the boundary of %s', (_, good, bad, message) => {
    expect(compileMatch(good, '', options).problems).toEqual([])
    expect(compileMatch(bad, '', options).problems.map((problem) => problem.message)).toEqual([message])
  })

  it('leave room for ten thousand plain values in one list', () => {
    const list = Array.from({ length: 10_000 }, (_, index) => String(100_000_000_000 + index))
    expect(judge({ account: [...list, '123456789012'] })).toBe('yes')
  })
})

describe('selective', () => {
  it.each<readonly [JsonObject, boolean]>([
    [{}, false],
    [{ control: 'EC2.2' }, true],
    [{ control: { 'anything-but': 'EC2.2' } }, false],
    [{ control: { 'none-of': ['EC2.2'] } }, false],
    [{ control: { exists: false } }, false],
    [{ control: { exists: true } }, true],
    [{ id: { exists: true } }, false],
    [{ title: { wildcard: '*' } }, false],
    [{ title: { wildcard: '*a*' } }, true],
    [{ severity: { 'at-least': 'INFORMATIONAL' } }, false],
    [{ severity: { 'at-most': 'CRITICAL' } }, false],
    [{ severity: { 'at-least': 'LOW' } }, true],
    [{ control: ['EC2.2', { 'anything-but': 'S3.1' }] }, false],
    [{ any: [{ control: 'EC2.2' }, { control: { exists: false } }] }, false],
    [{ any: [{ control: 'EC2.2' }, { region: 'eu-west-1' }] }, true],
    [{ all: [{ control: 'EC2.2' }, { control: { 'anything-but': 'x' } }] }, true],
    [{ control: { 'anything-but': 'S3.1' }, region: 'eu-west-1' }, true],
  ])('%j', (match, selective) => expect(compileMatch(match, '', options).matcher.selective).toBe(selective))
})

describe('explain', () => {
  it('tells what was wanted, found and where, for every clause', () => {
    const match = {
      severity: 'LOW',
      'resource.tags.owner': 'me',
      any: [{ control: 'S3.1' }, { region: 'eu-west-1', format: 'asff' }],
    }
    const { matcher } = compileMatch(match, '', options)
    const clauses = matcher.explain({ finding: sampleFinding(), resource: sampleResource(), now: sampleNow })
    expect(clauses).toMatchObject([
      { field: 'severity', wanted: 'LOW', found: 'HIGH', from: 'Severity.Label', truth: 'no', detail: null },
      { field: 'resource.tags.owner', wanted: 'me', found: null, from: null, truth: 'no', detail: 'absent' },
      {
        field: 'any',
        truth: 'yes',
        children: [
          { field: 'control', truth: 'no' },
          { field: 'all', truth: 'yes', children: [{ field: 'region' }, { field: 'format' }] },
        ],
      },
    ])
    expect([...matcher.fields]).toEqual(['severity', 'resource.tags.owner', 'control', 'region', 'format'])
  })

  it('says why a clause is in doubt', () => {
    const { matcher } = compileMatch({ title: { regex: 'a' }, 'resource.tags.x': 'a' }, '', options)
    const resource = sampleResource({ tags: null, unreadable: { tags: 'it is a number' } })
    const details = matcher.explain({ finding: sampleFinding({ title: text60 }), resource, now: sampleNow })
    expect(details.map(({ detail }) => detail)).toEqual([
      'the text is longer than 8 KiB, which patterns do not judge',
      'unreadable: it is a number',
    ])
  })
})

describe('laws', () => {
  const value = fc.oneof(
    fc.constantFrom<Json>('EC2.2', 'S3.1', '', 'HIGH', 'dev'),
    fc.constantFrom<Json>(
      { prefix: 'E' },
      { 'anything-but': 'S3.1' },
      { exists: true },
      { exists: false },
      { regex: '.*' },
      { wildcard: '*2' },
    ),
  )
  const field = fc.constantFrom(
    'control',
    'title',
    'company',
    'resource.tags.Environment',
    'resource.tags.owner',
    'accountName',
  )
  const tags = fc.constantFrom<Partial<Resource>>(
    { tags: null },
    { tags: { owner: 'dev' } },
    { tags: null, unreadable: { tags: 'bad' } },
  )
  const finding = fc.record({
    control: fc.constantFrom('EC2.2', 'S3.1', null),
    title: fc.constantFrom('x', null, text60),
  })
  const truthOf = (match: JsonObject, changes: Partial<Finding>, resource: Partial<Resource>): Truth =>
    compileMatch(match, '', options).matcher.judge({
      finding: sampleFinding(changes),
      resource: sampleResource(resource),
      now: sampleNow,
    })

  it('the order of clauses does not matter', () => {
    fc.assert(
      fc.property(fc.dictionary(field, value), finding, tags, (match, changes, resource) => {
        const reversed = Object.fromEntries(Object.entries(match).reverse())
        expect(truthOf(reversed, changes, resource)).toBe(truthOf(match, changes, resource))
      }),
    )
  })

  it('a list is any of its items', () => {
    fc.assert(
      fc.property(field, fc.array(value, { minLength: 1 }), finding, tags, (name, values, changes, resource) => {
        const alternatives = values.map((each) => ({ [name]: each }))
        expect(truthOf({ [name]: values }, changes, resource)).toBe(truthOf({ any: alternatives }, changes, resource))
      }),
    )
  })

  it('exclusion is the opposite of equality wherever there is a value', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (wanted, found) => {
        const changes = { title: found }
        const same = truthOf({ title: wanted }, changes, {})
        expect(truthOf({ title: { 'anything-but': wanted } }, changes, {})).toBe(same === 'yes' ? 'no' : 'yes')
      }),
    )
  })

  it('judging and explaining agree', () => {
    fc.assert(
      fc.property(
        fc.dictionary(field, value),
        finding,
        tags,
        (match, changes, resource) => void judge(match, changes, resource),
      ),
    )
  })
})
