/**
 * Matches and findings that are made to be slow or to break something: each is judged rightly or does not load.
 *
 * Nothing is timed. A matcher that went back behind a star, or tried alternatives one after another at every place,
 * would not come to an end on these within any test's patience.
 */
import { describe, expect, it } from 'vitest'
import { checkProject, type Json, type JsonObject, readValue, type Truth } from '../index.js'
import { matchEngine, matchProject, truthOfMatch } from '../testing/match-project.js'

/** What comes of a match for each finding whose body has these members besides. */
async function judge(match: JsonObject, ...bodies: readonly JsonObject[]): Promise<readonly Truth[]> {
  const engine = await matchEngine([{ id: 'hostile', match }])
  return bodies.map((members) => {
    const [item] = readValue({ ...body, ...members }, 'hostile')
    if (item?.kind !== 'finding') throw new Error(JSON.stringify(item))
    const [explained] = engine.explain(item.finding, 'hostile')
    if (explained === undefined) throw new Error('there is no target')
    const truth = truthOfMatch(explained, match)
    expect(engine.decide([item.finding])[0]?.rules).toEqual(truth === 'yes' ? ['hostile'] : [])
    return truth
  })
}

async function refused(match: JsonObject): Promise<readonly string[]> {
  const { project, problems } = await checkProject(matchProject([{ id: 'hostile', match }]))
  expect(project).toBeNull()
  return problems.map(({ message }) => message)
}

const body = {
  SchemaVersion: '2018-10-08',
  Id: 'finding-1',
  ProductArn: 'arn:aws:securityhub:eu-west-1::product/aws/securityhub',
  AwsAccountId: '123456789012',
  Resources: [{ Id: 'arn:aws:s3:::logs', Type: 'AwsS3Bucket' }],
}

const count = <Item>(length: number, make: (index: number) => Item) => Array.from({ length }, (_, index) => make(index))
const title = (wanted: Json): JsonObject => ({ title: wanted })
const longest = 200_000

describe('wildcards on long texts', () => {
  const many = `${'a*'.repeat(1000)}b`
  const cases: readonly (readonly [string, string, string, Truth])[] = [
    ['few stars and no end', 'a*a*a*a*b', 'a'.repeat(8192), 'no'],
    ['few stars and the end', 'a*a*a*a*b', `${'a'.repeat(8192)}b`, 'yes'],
    ['a thousand stars and no end', many, 'a'.repeat(longest), 'no'],
    ['a thousand stars and the end', many, `${'a'.repeat(longest)}b`, 'yes'],
    ['a thousand stars and just enough text', many, `${'a'.repeat(1000)}b`, 'yes'],
    ['a thousand stars and one character too few', many, `${'a'.repeat(999)}b`, 'no'],
    ['a last piece that is missing in the middle', `*${'ab*'.repeat(500)}c*`, 'ab'.repeat(longest / 2), 'no'],
    ['a long piece that nearly fits everywhere', `*${'a'.repeat(1000)}b*`, 'a'.repeat(longest), 'no'],
    ['a long piece that fits at the very end', `*${'a'.repeat(1000)}b*`, `${'a'.repeat(longest)}b`, 'yes'],
    ['stars alone', '*'.repeat(2048), 'a'.repeat(longest), 'yes'],
  ]
  it.each(cases)('with %s', async (_, wildcard, text, truth) => {
    expect(await judge(title({ wildcard }), { Title: text })).toEqual([truth])
    const excluded = truth === 'yes' ? 'no' : 'yes'
    expect(await judge(title({ 'anything-but': { wildcard } }), { Title: text })).toEqual([excluded])
  })

  it('do not load when they are longer than 2,048 characters', async () => {
    const [message = ''] = await refused(title({ wildcard: 'a*'.repeat(1025) }))
    expect(message).toContain('`wildcard` wants a text that is not empty')
    expect(message.length).toBeLessThan(200)
  })
})

describe('regular expressions on long texts', () => {
  it.each(['(a+)+b', '(a|a)*b', '(a|aa)+b', '(.*a){20}b', '((a*)*)*b', 'a*a*a*a*a*a*b'])(
    '`%s` is judged of 8 KiB',
    async (regex) => {
      const texts = ['a'.repeat(8192), `${'a'.repeat(8191)}b`, 'a'.repeat(8193)]
      const verdicts = await judge(title({ regex }), ...texts.map((Title) => ({ Title })))
      expect(verdicts).toEqual(['no', 'yes', 'unknown'])
    },
  )

  it.each(['a{1001}', '((a{100}){100}){100}', '(?:a{1000}){1000}'])('`%s` does not load', async (regex) => {
    const [message] = await refused(title({ regex }))
    expect(message).toContain(`\`${regex}\` is no regular expression`)
  })

  it('do not load when they are longer than 512 characters', async () => {
    expect(await judge(title({ regex: 'a'.repeat(512) }), { Title: 'a'.repeat(512) })).toEqual(['yes'])
    const [message] = await refused(title({ regex: 'a'.repeat(513) }))
    expect(message).toContain('`regex` wants a regular expression of at most 512 characters')
  })
})

describe('many values', () => {
  const values = count(10_000, (index) => `value-${index}`)

  const some = ['value-0', 'value-5000', 'value-9999', 'value-10000', 'value-'].map((Title) => ({ Title }))

  it('10,000 in one list find each, and nothing else', async () => {
    expect(await judge(title(values), ...some)).toEqual(['yes', 'yes', 'yes', 'no', 'no'])
  })

  it('10,000 in one `anything-but` exclude each, and nothing else', async () => {
    expect(await judge(title({ 'anything-but': values }), ...some)).toEqual(['no', 'no', 'no', 'yes', 'yes'])
  })

  it('10,001 in one `anything-but` do not load', async () => {
    const [message] = await refused(title({ 'anything-but': [...values, 'one more'] }))
    expect(message).toContain('`anything-but` wants a value, a list of values')
  })

  it('10,000 in the finding meet 10,000 in the rule', async () => {
    const others = count(10_000, (index) => `other-${index}`)
    const bodies = [{ Sample: others }, { Sample: [...others, 'value-9999'] }]
    expect(await judge({ 'asff:Sample': { 'anything-but': values } }, ...bodies)).toEqual(['yes', 'no'])
  })

  it('more tags than AWS allows are keys and nothing else', async () => {
    const Tags = Object.fromEntries(count(5000, (index) => [`tag-${index}`, 'x']))
    const Resources = [{ ...body.Resources[0], Tags }]
    expect(await judge({ 'resource.tags.tag-4999': 'x' }, { Resources })).toEqual(['yes'])
    expect(await judge({ 'resource.tags.valueOf': { exists: true } }, { Resources })).toEqual(['no'])
  })
})

describe('many alternatives', () => {
  const any = (length: number, last: JsonObject): JsonObject => ({
    any: [...count(length - 1, (index) => title(`title ${index}`)), last],
  })
  const nested = (depth: number, inner: JsonObject): JsonObject =>
    depth === 0 ? inner : { any: [nested(depth - 1, inner)] }

  it('499 beside each other are judged to the last', async () => {
    const texts = [{ Title: 'the end' }, { Title: 'title 497' }, { Title: 'title 498' }]
    expect(await judge(any(499, title({ suffix: 'end' })), ...texts)).toEqual(['yes', 'yes', 'no'])
  })

  it('1,000 beside each other do not load', async () => {
    expect(await refused(any(1000, title('end')))).toEqual(['the match has more than 500 parts'])
  })

  it('1,000 in one operator do not load', async () => {
    const clauses = count(1000, (index) => ({ prefix: `a${index}` }))
    expect(await refused(title({ 'any-of': clauses }))).toEqual(['the match has more than 500 parts'])
  })

  it('a dozen in each other are judged, and 1,000 do not load', async () => {
    const texts = [{ Title: 'end' }, { Title: 'ends' }]
    expect(await judge(nested(12, title('end')), ...texts)).toEqual(['yes', 'no'])
    for (const depth of [20, 100, 1000]) expect((await refused(nested(depth, title('end'))))[0]).toMatch(/nest/)
  })

  it('498 operators in a list each see a long text', async () => {
    const list = count(498, (index) => ({ wildcard: `*${'a'.repeat(100)}${index}*` }))
    const texts = [{ Title: 'a'.repeat(longest) }, { Title: `${'a'.repeat(longest)}497` }]
    expect(await judge(title(list), ...texts)).toEqual(['no', 'yes'])
  })
})

describe('odd values in a finding', () => {
  it.each([
    ['an address of dots', '1.'.repeat(50_000)],
    ['an address of colons', ':'.repeat(longest)],
    ['an address of groups', 'f:'.repeat(50_000)],
    ['digits', '9'.repeat(longest)],
  ])('`cidr` takes %s for no address', async (_, text) => {
    const blocks = { any: [title({ cidr: '0.0.0.0/0' }), title({ cidr: '::/0' })] }
    expect(await judge(blocks, { Title: text })).toEqual(['no'])
  })

  it('letters that grow when their case changes are compared whole', async () => {
    const text = 'İ'.repeat(1000)
    const texts = [text, 'İ'.repeat(50_000), 'i\u0307'.repeat(1000)]
    const verdicts = await judge(title({ 'equals-ignore-case': text }), ...texts.map((Title) => ({ Title })))
    expect(verdicts).toEqual(['yes', 'no', 'yes'])
  })

  it('numbers far beyond those of a rule are compared as numbers', async () => {
    const large = Number.MAX_SAFE_INTEGER
    const samples = [0, -0, 5e-324, large, large + 1, -1.7e308].map((Sample) => ({ Sample }))
    const verdicts = await judge({ 'asff:Sample': { numeric: ['>', -large, '<', large] } }, ...samples)
    expect(verdicts).toEqual(['yes', 'yes', 'yes', 'no', 'no', 'no'])
    expect(await judge({ 'asff:Sample': 0 }, { Sample: -0 })).toEqual(['yes'])
    const [message] = await refused({ 'asff:Sample': { numeric: ['<', 1.7e308] } })
    expect(message).toContain('is too large to be exact')
  })

  it('the longest age lies before every date', async () => {
    const times = { CreatedAt: '1970-01-01T00:00:00Z' }
    expect(await judge({ created: { 'older-than': '999999w' } }, times)).toEqual(['no'])
    expect(await judge({ created: { 'newer-than': '999999w' } }, times)).toEqual(['yes'])
    expect(await refused({ created: { 'older-than': '1000000m' } })).toEqual(['`1000000m` is no age'])
  })

  it('lists in lists are gone through to the end', async () => {
    const deep = count(60, () => 0).reduce<Json>((inner) => [inner], 'end')
    expect(await judge({ 'asff:Sample': 'end' }, { Sample: deep })).toEqual(['yes'])
    const wide = count(100, (row) => count(100, (column) => ({ a: [{ b: row * 100 + column }] })))
    expect(await judge({ 'asff:Sample.a.b': 9999 }, { Sample: wide })).toEqual(['yes'])
    expect(await judge({ 'asff:Sample.a.b': 10_000 }, { Sample: wide })).toEqual(['no'])
  })
})
