import { expect, it } from 'vitest'
import type { Exceptions } from '../contracts/documents/exceptions.js'
import type { JsonObject } from '../contracts/json.js'
import { sampleContext } from '../testing/sample-context.js'
import { sampleSource } from '../testing/sample-source.js'
import { compileExceptions } from './compile-exceptions.js'

function compile(expires: string, match: JsonObject, now: number | null) {
  const exception = { id: 'a', match, reason: 'accepted-risk', justification: 'So', owner: 'me', expires } as const
  const document: Exceptions = { apiVersion: 'redress/v1', kind: 'Exceptions', exceptions: [exception] }
  return compileExceptions([sampleSource('exceptions/a.yaml', document)], sampleContext(), now)
}
const match = { control: 'S3.8' }
const end = Date.UTC(2027, 3, 1)

it.each([
  ['2027-03-31', match, null, []],
  ['2027-03-31', match, end - 1, []],
  ['2027-03-31', match, end, ['rules.expired']],
  ['2027-02-30', match, null, ['rules.date']],
  ['2027-03-31', {}, null, ['rules.matches-everything']],
  ['soon', { control: 'X.1' }, end, ['rules.unknown-control', 'rules.date']],
])('one until %s for %j, looked at in %s, has %j', (expires, clauses, now, expected) => {
  expect(compile(expires, clauses, now).problems.map(({ code }) => code)).toEqual(expected)
})

it('holds to the end of its day, and one without a day never holds', () => {
  expect(compile('2027-03-31', match, null).exceptions).toMatchObject([{ endsAt: end }])
  expect(compile('never', match, null).exceptions).toMatchObject([{ endsAt: 0 }])
})
