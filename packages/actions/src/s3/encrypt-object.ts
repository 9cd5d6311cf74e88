/**
 * Encrypts an object with a KMS key by copying it onto itself.
 *
 * A copy is a new object: S3 carries over content, metadata and tags, and forgets storage class and redirect (sent
 * again here), grants and locks (such objects are refused, see `object-copy.ts`). Its ETag and date change, and in a
 * versioned bucket the old version stays as it was: that is why this is only partly reversible.
 */
import { defineAction } from '@redress/engine'
import { Type } from '@sinclair/typebox'
import { copyOntoItself, type Encryption, readObject } from './object-copy.js'
import { ObjectName } from './object-name.js'

const keyId = '(mrk-[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})'

export const encryptObject = defineAction({
  name: 's3.encrypt-object',
  summary: 'Encrypt an object with a KMS key by copying it onto itself.',
  resource: 'AWS::S3::Object',
  risk: 'disruptive',
  reversible: 'partial',
  permissions: {
    read: ['s3:GetObject', 's3:GetObjectAcl'],
    write: [
      's3:GetObjectTagging',
      's3:GetObjectAnnotation',
      's3:PutObject',
      's3:PutObjectTagging',
      's3:PutObjectAnnotation',
      'kms:Decrypt',
      'kms:GenerateDataKey',
    ],
  },

  params: Type.Object(
    {
      object: ObjectName,
      kmsKeyId: Type.String({
        // Not an alias: S3 answers with the key's ARN, and an alias could not be told from it.
        pattern: `^(arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/)?${keyId}$`,
        description: 'Id or ARN of the KMS key; an id is one of the same account and Region.',
      }),
    },
    { additionalProperties: false },
  ),

  describe: ({ object, kmsKeyId }) => `encrypt object ${object} with KMS key ${kmsKeyId}`,

  async plan({ object, kmsKeyId }, aws) {
    const found = await readObject(object, aws)
    if (found === null) return { kind: 'gone' }
    const before = found.encryption
    const wanted: Encryption = { algorithm: 'aws:kms', kmsKeyId: keyArn(kmsKeyId, aws) }
    // Two layers are never traded for one, whatever their key.
    if (before.algorithm === 'aws:kms:dsse' || before.kmsKeyId === wanted.kmsKeyId)
      return { kind: 'closed', state: before }
    if (found.obstacle !== null) return { kind: 'refused', ...found.obstacle }
    return { kind: 'change', before, after: wanted }
  },

  async apply({ object }, { after }, aws) {
    return copyOntoItself(object, after, aws)
  },
  async undo({ object }, { before }, aws) {
    await copyOntoItself(object, before ?? { algorithm: null, kmsKeyId: null }, aws)
  },
})

function keyArn(
  key: string,
  { partition, region, account }: { readonly partition: string; readonly region: string; readonly account: string },
): string {
  return key.startsWith('arn:') ? key : `arn:${partition}:kms:${region}:${account}:key/${key}`
}
