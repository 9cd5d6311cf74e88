import { describe, expect, it } from 'vitest'
import { inProcessAws } from '../testing/index.js'
import { keepsTheLaws } from '../testing/laws.js'
import { planOf } from '../testing/plan-of.js'
import { requireTls } from './require-tls.js'
import { withTlsStatement } from './tls-statement.js'

const bucketWith = (policy?: unknown) =>
  inProcessAws({ '123456789012': { global: { s3: { buckets: { logs: policy === undefined ? {} : { policy } } } } } })

const read = {
  Sid: 'ReadersOfTheTeam',
  Effect: 'Allow',
  Principal: { AWS: 'arn:aws:iam::123456789012:role/readers' },
  Action: ['s3:GetObject', 's3:ListBucket'],
  Resource: ['arn:aws:s3:::logs', 'arn:aws:s3:::logs/*'],
}
const tls = {
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: ['arn:aws:s3:::logs', 'arn:aws:s3:::logs/*'],
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
}

keepsTheLaws(
  requireTls,
  { bucket: 'logs' },
  {
    open: {
      'a bucket without a policy': () => bucketWith(),
      'a policy about something else': () => bucketWith({ Version: '2012-10-17', Statement: [read] }),
      'a policy of one statement that is not in a list': () => bucketWith({ Version: '2008-10-17', Statement: read }),
    },
    closed: {
      'a bucket that requires TLS by a statement of another name': () =>
        bucketWith({ Version: '2012-10-17', Statement: [read, tls] }),
    },
  },
)

describe('a policy that cannot take the statement', () => {
  it('is refused when it is no JSON', async () => {
    expect(await planOf(requireTls, { bucket: 'logs' }, bucketWith('not json'))).toEqual({
      kind: 'refused',
      code: 'POLICY_UNREADABLE',
      message: 'the policy of bucket `logs` is no JSON object, so a statement cannot be added',
    })
  })

  const policyOf = (bytes: number) => {
    const empty = { Version: '2012-10-17', Statement: [{ ...read, Sid: '' }] }
    const size = JSON.stringify(withTlsStatement(empty, 'arn:aws:s3:::logs')).length
    return { ...empty, Statement: [{ ...read, Sid: 'a'.repeat(bytes - size) }] }
  }

  it('is refused when it would be one byte too large', async () => {
    const { kind, ...why } = await planOf(requireTls, { bucket: 'logs' }, bucketWith(policyOf(20_481)))
    expect([kind, why]).toEqual([
      'refused',
      {
        code: 'POLICY_TOO_LARGE',
        message: 'the policy of bucket `logs` would have 20481 bytes, and S3 takes 20480',
      },
    ])
  })

  it('is changed when it just fits', async () => {
    expect((await planOf(requireTls, { bucket: 'logs' }, bucketWith(policyOf(20_480)))).kind).toBe('change')
  })
})

it('names resources in the partition of the session', async () => {
  const planned = await planOf(requireTls, { bucket: 'logs' }, bucketWith(), { partition: 'aws-cn' })
  expect(planned).toMatchObject({
    after: { policy: { Statement: [{ Resource: ['arn:aws-cn:s3:::logs', 'arn:aws-cn:s3:::logs/*'] }] } },
  })
})

it('a bucket that is gone is told as gone', async () => {
  expect(await planOf(requireTls, { bucket: 'logs' }, inProcessAws({}))).toEqual({ kind: 'gone' })
})

it('a bucket of another account is not touched', async () => {
  const world = inProcessAws({ '111122223333': { global: { s3: { buckets: { logs: {} } } } } })
  await expect(planOf(requireTls, { bucket: 'logs' }, world)).rejects.toMatchObject({ name: 'AccessDenied' })
})
