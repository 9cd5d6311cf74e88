import { describe, expect, it } from 'vitest'
import { readFindings, readValue } from './read-findings.js'

const finding = (id: string) => ({ SchemaVersion: '2018-10-08', Id: id, Resources: [] })
const one = (id: string) => JSON.stringify(finding(id))
const list = (text: string) =>
  [...readFindings(text, 'f.json')].map((item) =>
    item.kind === 'finding' ? [item.position, item.finding.id] : [item.refused.position, item.refused.code],
  )

describe('text with findings', () => {
  it.each([
    ['one document', one('a'), [['$', 'a']]],
    ['a document over several lines', JSON.stringify([finding('a')], null, 2), [['[0]', 'a']]],
    [
      'a line each',
      `${one('a')}\n${one('b')}\n`,
      [
        ['line 1', 'a'],
        ['line 2', 'b'],
      ],
    ],
    [
      'lines with CRLF, blank ones and a byte order mark',
      `\uFEFF${one('a')}\r\n\r\n${one('b')}\r\n`,
      [
        ['line 1', 'a'],
        ['line 3', 'b'],
      ],
    ],
    [
      'lines of events',
      `{"detail":{"findings":[${one('a')}]}}\n${one('b')}`,
      [
        ['line 1, detail.findings[0]', 'a'],
        ['line 2', 'b'],
      ],
    ],
    [
      'lines, the second damaged',
      `${one('a')}\n{"Id":\n${one('c')}`,
      [
        ['line 1', 'a'],
        ['line 2', 'finding.not-json'],
        ['line 3', 'c'],
      ],
    ],
    [
      'lines, the first damaged',
      `{"Id":\n${one('b')}`,
      [
        ['line 1', 'finding.not-json'],
        ['line 2', 'b'],
      ],
    ],
    ['nothing', '\uFEFF \n\n', []],
    ['no JSON', 'hello\nworld', [['$', 'finding.not-json']]],
    ['other JSON', '{"a":1}', [['$', 'finding.not-a-finding']]],
    ['a number', '7', [['$', 'finding.not-a-finding']]],
  ])('%s', (_, text, expected) => expect(list(text)).toEqual(expected))

  it('says where and why one is refused', () => {
    expect([...readFindings(`${one('a')}\n{"Id":7,"Resources":[]}`, 'f.ndjson')][1]).toEqual({
      kind: 'refused',
      refused: {
        source: 'f.ndjson',
        position: 'line 2',
        code: 'finding.invalid',
        message: '`Id` is not a string with an id',
      },
    })
  })
})

it('values are read without a detour by text, and one that is bad does not stop the next', () => {
  const items = [...readValue([finding('a'), null, finding('b')], 'event')]
  expect(items.map((item) => item.kind)).toEqual(['finding', 'refused', 'finding'])
  expect(items[2]).toMatchObject({ source: 'event', position: '[2]', finding: { id: 'b', arrival: 'file' } })
})
