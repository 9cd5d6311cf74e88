/**
 * Adds a statement to a bucket's policy that denies requests without TLS, unless there is an equivalent one.
 *
 * The policy is read, merged and put whole, as S3 knows no other way; every other statement stays as it is. Taking
 * back puts the old document, or deletes the policy where there was none.
 */
import { defineAction, isJsonObject, type JsonObject } from '@redress/engine'
import { Type } from '@sinclair/typebox'
import { isAwsError } from '../aws/is-aws-error.js'
import { BucketName } from './bucket-name.js'
import { s3 } from './client.js'
import { requiresTls, withTlsStatement } from './tls-statement.js'

/** Bytes of JSON (S3 user guide, “Bucket policies”: 20 KB). */
const maxPolicyBytes = 20_480

export const requireTls = defineAction({
  name: 's3.require-tls',
  summary: 'Deny requests to a bucket that do not use TLS.',
  resource: 'AWS::S3::Bucket',
  risk: 'disruptive',
  reversible: 'full',
  permissions: { read: ['s3:GetBucketPolicy'], write: ['s3:PutBucketPolicy', 's3:DeleteBucketPolicy'] },

  params: Type.Object({ bucket: BucketName }, { additionalProperties: false }),

  describe: ({ bucket }) => `require TLS for requests to bucket ${bucket}`,

  async plan({ bucket }, aws) {
    const text = await policyText(bucket, aws)
    if (text === null) return { kind: 'gone' }
    const policy = parsed(text)
    if (policy === undefined) {
      const message = `the policy of bucket \`${bucket}\` is no JSON object, so a statement cannot be added`
      return { kind: 'refused', code: 'POLICY_UNREADABLE', message }
    }
    const arn = `arn:${aws.partition}:s3:::${bucket}`
    if (requiresTls(policy, arn)) return { kind: 'closed', state: { policy } }
    const after = withTlsStatement(policy, arn)
    const size = new TextEncoder().encode(JSON.stringify(after)).length
    if (size > maxPolicyBytes) {
      const message = `the policy of bucket \`${bucket}\` would have ${size} bytes, and S3 takes ${maxPolicyBytes}`
      return { kind: 'refused', code: 'POLICY_TOO_LARGE', message }
    }
    return { kind: 'change', before: { policy }, after: { policy: after } }
  },

  async apply({ bucket }, { after }, aws) {
    await put(bucket, after.policy, aws)
    return null
  },
  async undo({ bucket }, { before }, aws) {
    await put(bucket, before?.policy ?? null, aws)
  },
})

type Session = Parameters<typeof s3>[0]

/** The policy's text, empty when there is none; `null` when the bucket is gone. */
async function policyText(bucket: string, aws: Session): Promise<string | null> {
  const { client, GetBucketPolicyCommand } = await s3(aws)
  try {
    const { Policy } = await client.send(new GetBucketPolicyCommand({ Bucket: bucket }))
    return Policy ?? ''
  } catch (error) {
    if (isAwsError(error, 'NoSuchBucketPolicy')) return ''
    if (isAwsError(error, 'NoSuchBucket')) return null
    throw error
  }
}

/** `null` without a policy, `undefined` for a text that is no JSON object. */
function parsed(text: string): JsonObject | null | undefined {
  if (text === '') return null
  try {
    const value: unknown = JSON.parse(text)
    return isJsonObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

async function put(bucket: string, policy: JsonObject | null, aws: Session): Promise<void> {
  const { client, PutBucketPolicyCommand, DeleteBucketPolicyCommand } = await s3(aws)
  if (policy === null) await client.send(new DeleteBucketPolicyCommand({ Bucket: bucket }))
  else await client.send(new PutBucketPolicyCommand({ Bucket: bucket, Policy: JSON.stringify(policy) }))
}
