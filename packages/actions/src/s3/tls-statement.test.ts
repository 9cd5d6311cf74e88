import type { JsonObject } from '@redress/engine'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { requiresTls, withTlsStatement } from './tls-statement.js'

const arn = 'arn:aws:s3:::logs'

const deny = {
  Sid: 'AllowSSLRequestsOnly',
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: [arn, `${arn}/*`],
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
}
const policy = (...statements: readonly JsonObject[]) => ({ Version: '2012-10-17', Statement: statements })

describe('a policy that requires TLS', () => {
  it.each<[string, JsonObject]>([
    ['the statement of AWS’s own guide', policy(deny)],
    ['one statement that is not in a list', { Version: '2012-10-17', Statement: deny }],
    ['a list of one action', policy({ ...deny, Action: ['s3:*'] })],
    ['an action in capitals', policy({ ...deny, Action: 'S3:*' })],
    ['every action of AWS', policy({ ...deny, Action: '*' })],
    ['a principal spelt as an AWS account', policy({ ...deny, Principal: { AWS: '*' } })],
    ['a principal in a list', policy({ ...deny, Principal: { AWS: ['*'] } })],
    ['every resource', policy({ ...deny, Resource: '*' })],
    ['one pattern for bucket and objects', policy({ ...deny, Resource: `${arn}*` })],
    [
      'a key in other letters and a boolean',
      policy({ ...deny, Condition: { Bool: { 'AWS:securetransport': false } } }),
    ],
    ['a value in a list', policy({ ...deny, Condition: { Bool: { 'aws:SecureTransport': ['false'] } } })],
    ['one of several statements', policy({ Effect: 'Allow', Action: 's3:GetObject' }, deny)],
  ])('has %s', (_name, document) => {
    expect(requiresTls(document, arn)).toBe(true)
  })
})

describe('a policy that does not require TLS', () => {
  it.each<[string, JsonObject | null]>([
    ['is none', null],
    ['has no statement', { Version: '2012-10-17', Statement: [] }],
    ['allows instead of denying', policy({ ...deny, Effect: 'Allow' })],
    ['denies only one principal', policy({ ...deny, Principal: { AWS: 'arn:aws:iam::123456789012:root' } })],
    ['denies everyone but one', policy({ Effect: 'Deny', NotPrincipal: '*', Action: 's3:*', Resource: '*' })],
    ['denies only reading', policy({ ...deny, Action: 's3:GetObject' })],
    ['denies all but some actions', policy({ ...deny, Action: [], NotAction: 's3:GetObject' })],
    ['covers only the objects', policy({ ...deny, Resource: `${arn}/*` })],
    ['covers only the bucket', policy({ ...deny, Resource: arn })],
    ['covers another bucket', policy({ ...deny, Resource: ['arn:aws:s3:::other', 'arn:aws:s3:::other/*'] })],
    ['denies the TLS requests', policy({ ...deny, Condition: { Bool: { 'aws:SecureTransport': 'true' } } })],
    ['denies on no condition', policy({ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' })],
    [
      'has a second operator, which narrows it',
      policy({ ...deny, Condition: { ...deny.Condition, IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } } }),
    ],
    [
      'has a second key, which narrows it',
      policy({ ...deny, Condition: { Bool: { 'aws:SecureTransport': 'false', 'aws:ViaAWSService': 'false' } } }),
    ],
  ])('%s', (_name, document) => {
    expect(requiresTls(document, arn)).toBe(false)
  })
})

describe('adding the statement', () => {
  it('makes a policy where there is none', () => {
    expect(withTlsStatement(null, arn)).toEqual(policy({ ...deny, Sid: 'RedressRequireTls' }))
  })

  it('keeps version, id and every other statement', () => {
    const before = {
      Version: '2008-10-17',
      Id: 'mine',
      Statement: [{ Sid: 'a', Effect: 'Allow', Action: 's3:GetObject' }],
    }
    expect(withTlsStatement(before, arn)).toEqual({
      ...before,
      Statement: [...before.Statement, { ...deny, Sid: 'RedressRequireTls' }],
    })
  })

  it('takes another name where ours was edited', () => {
    const before = policy({ ...deny, Sid: 'RedressRequireTls', Action: 's3:GetObject' })
    expect(withTlsStatement(before, arn)).toEqual(
      policy({ ...deny, Sid: 'RedressRequireTls', Action: 's3:GetObject' }, { ...deny, Sid: 'RedressRequireTls2' }),
    )
  })

  const statement = fc.record(
    {
      Sid: fc.constantFrom('a', 'b', 'RedressRequireTls'),
      Effect: fc.constantFrom('Allow', 'Deny'),
      Principal: fc.constantFrom('*', 'arn:aws:iam::123456789012:root'),
      Action: fc.oneof(fc.constantFrom('s3:*', 's3:GetObject'), fc.constant(['s3:GetObject', 's3:PutObject'])),
      Resource: fc.constantFrom('*', arn, `${arn}/*`),
    },
    { requiredKeys: ['Effect'] },
  )

  it('always ends in a policy that requires TLS and holds the old statements first', () => {
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 6 }), (statements) => {
        const after = withTlsStatement({ Version: '2012-10-17', Statement: statements }, arn)
        expect(requiresTls(after, arn)).toBe(true)
        expect(after['Statement']).toEqual([...statements, expect.objectContaining({ Effect: 'Deny' })])
      }),
    )
  })
})
