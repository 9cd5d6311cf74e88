import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { skimAsff } from '../finding/skim-asff.js'
import { isBare, unwrap } from './unwrap.js'

const a = { Id: 'a', Resources: [] }
const b = { Id: 'b', Resources: [] }
const event = (type: string, ...findings: readonly unknown[]) => ({
  version: '0',
  id: '0f6c2d7e',
  'detail-type': type,
  source: 'aws.securityhub',
  account: '111122223333',
  time: '2026-01-15T08:30:00Z',
  region: 'eu-west-1',
  resources: [],
  detail: { findings },
})
const imported = (...findings: readonly unknown[]) => event('Security Hub Findings - Imported', ...findings)
const sqs = (...bodies: readonly unknown[]) => ({
  Records: bodies.map((body, index) => ({
    messageId: String(index),
    eventSource: 'aws:sqs',
    body: JSON.stringify(body),
  })),
})
/** Position, arrival and id of each finding; position and code of what is refused. */
const list = (value: unknown) =>
  [...unwrap(value)].map((item) =>
    item.kind === 'raw'
      ? [item.position, item.arrival, Reflect.get(Object(item.value), 'Id')]
      : [item.position, item.code],
  )

describe('findings are taken out of', () => {
  it.each([
    ['a finding by itself', a, [['', 'file', 'a']]],
    [
      'a list',
      [a, b],
      [
        ['[0]', 'file', 'a'],
        ['[1]', 'file', 'b'],
      ],
    ],
    ['an answer of GetFindings', { Findings: [a], NextToken: 'x' }, [['Findings[0]', 'file', 'a']]],
    [
      'pages of answers',
      [{ Findings: [a] }, { Findings: [b] }],
      [
        ['[0].Findings[0]', 'file', 'a'],
        ['[1].Findings[0]', 'file', 'b'],
      ],
    ],
    ['an event', imported(a), [['detail.findings[0]', 'imported', 'a']]],
    ['an event of the second version', event('Findings Imported V2', a), [['detail.findings[0]', 'imported', 'a']]],
    [
      'a custom action with two',
      event('Security Hub Findings - Custom Action', a, b),
      [
        ['detail.findings[0]', 'custom-action', 'a'],
        ['detail.findings[1]', 'custom-action', 'b'],
      ],
    ],
    [
      'an event without most of its parts',
      { detail: { findings: [a] }, debug: true },
      [['detail.findings[0]', 'imported', 'a']],
    ],
    ['the detail of an event', { findings: [a] }, [['findings[0]', 'file', 'a']]],
    [
      'an SQS event',
      sqs(imported(a), event('Security Hub Findings - Custom Action', b)),
      [
        ['Records[0].body.detail.findings[0]', 'imported', 'a'],
        ['Records[1].body.detail.findings[0]', 'custom-action', 'b'],
      ],
    ],
    [
      'one SQS record',
      { messageId: '1', body: JSON.stringify(imported(a)) },
      [['body.detail.findings[0]', 'imported', 'a']],
    ],
    [
      'received messages',
      { Messages: [{ MessageId: '1', Body: JSON.stringify(a) }] },
      [['Messages[0].Body', 'imported', 'a']],
    ],
    ['an empty list', [], []],
    ['an event with no finding', imported(), []],
  ])('%s', (_, value, expected) => expect(list(value)).toEqual(expected))

  it('an event of someone else that calls itself a custom action, but not as a request', () => {
    const forged = { ...event('Security Hub Findings - Custom Action', a), source: 'my.app' }
    expect(list(forged)).toEqual([['detail.findings[0]', 'imported', 'a']])
  })
})

describe('nothing is taken out of', () => {
  const insight = { ...event('Security Hub Insight Results'), detail: { insightResults: [{ alice: 5 }] } }
  it.each([
    [
      'results of an insight',
      insight,
      'finding.insight-results',
      'the event carries results of an insight, which are counts and not findings',
    ],
    [
      'an event of another kind',
      { 'detail-type': 'GuardDuty `Finding`\n', detail: { id: 1 } },
      'finding.not-a-finding',
      'an event of type `GuardDuty  Finding  ` has no list of findings in `detail.findings`',
    ],
    [
      'an event whose findings are no list',
      { detail: { findings: a } },
      'finding.not-a-finding',
      'the event has no list of findings in `detail.findings`',
    ],
    [
      'a type without detail',
      { 'detail-type': 'x' },
      'finding.not-a-finding',
      'an event of type `x` has no list of findings in `detail.findings`',
    ],
  ])('%s', (_, value, code, message) => {
    expect([...unwrap(value)]).toEqual([{ kind: 'refused', position: '', code, message }])
  })

  it('a message that is not JSON, and the next one is read all the same', () => {
    const [good] = sqs(a).Records
    expect(list({ Records: [{ messageId: '0', body: '{"a":' }, good] })).toEqual([
      ['Records[0].body', 'finding.not-json'],
      ['Records[1].body', 'imported', 'a'],
    ])
  })

  it('lists in lists without end', () => {
    let value: unknown = a
    for (let level = 0; level < 10_000; level += 1) value = [value]
    expect(list(value)).toEqual([['[0]'.repeat(13), 'finding.not-a-finding']])
  })
})

it('every finding comes out once and in order, however they are carried', () => {
  const { carrier } = fc.letrec<{ carrier: unknown; leaf: unknown }>((tie) => ({
    leaf: fc.nat().map((n) => ({ Id: String(n), Resources: [] })),
    carrier: fc.oneof(
      { maxDepth: 3 },
      tie('leaf'),
      fc.array(tie('carrier'), { maxLength: 3 }),
      fc.array(tie('leaf'), { maxLength: 3 }).map((findings) => imported(...findings)),
      fc.array(tie('carrier'), { maxLength: 2 }).map((bodies) => sqs(...bodies)),
    ),
  }))
  const idsIn = (text: string) => [...text.matchAll(/\{\\*"Id\\*":\\*"(\d+)/g)].map((match) => match[1])
  fc.assert(
    fc.property(carrier, (value) => {
      const text = JSON.stringify(value)
      expect(list(value).map(([, , id]) => id)).toEqual(idsIn(text))
    }),
  )
})

it.each(['detail', 'detail-type', 'Records', 'Messages', 'Findings', 'findings', 'body', 'Body'])(
  'what has a member `%s` may carry findings, for whoever parses and for whoever skims',
  (name) => {
    expect(isBare({ ...a, [name]: 'x' })).toBe(false)
    expect(skimAsff(JSON.stringify({ ...a, [name]: 'x' }))).toBeNull()
  },
)

it('a finding carries none', () => {
  expect(isBare(a)).toBe(true)
  expect(skimAsff(JSON.stringify(a))).not.toBeNull()
})
