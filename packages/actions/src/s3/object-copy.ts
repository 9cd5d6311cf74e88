/**
 * Reading an object before it is copied onto itself, what stands in the way of that, and the copy.
 *
 * The copy is made only of the content that was just looked at (`CopySourceIfMatch`), so a write in between wins.
 */
import type { GetObjectAclCommandOutput, HeadObjectCommandOutput } from '@aws-sdk/client-s3'
import type { AwsSession } from '@redress/engine'
import { isAwsError } from '../aws/is-aws-error.js'
import { s3 } from './client.js'
import { bucketAndKey } from './object-name.js'

/** How an object is encrypted; `algorithm` is `null` for objects from before S3 encrypted everything. */
export interface Encryption {
  readonly [member: string]: string | null
  readonly algorithm: NonNullable<HeadObjectCommandOutput['ServerSideEncryption']> | null
  readonly kmsKeyId: string | null
}

export interface FoundObject {
  readonly encryption: Encryption
  /** Why a copy would lose something or fail, or `null`. */
  readonly obstacle: { readonly code: string; readonly message: string } | null
}

/** The most that one CopyObject call takes (API reference, CopyObject). */
const maxBytes = 5 * 1_024 ** 3

/** `null` when there is no such object or bucket. */
export async function readObject(object: string, aws: AwsSession): Promise<FoundObject | null> {
  const { client, HeadObjectCommand, GetObjectAclCommand } = await s3(aws)
  try {
    const head = await client.send(new HeadObjectCommand(bucketAndKey(object)))
    const acl = await client.send(new GetObjectAclCommand(bucketAndKey(object)))
    return { encryption: encryptionOf(head), obstacle: obstacleOf(object, head, acl) }
  } catch (error) {
    // A HEAD answer has no body, so S3 cannot say more than `NotFound`.
    if (isAwsError(error, 'NotFound', 'NoSuchKey', 'NoSuchBucket')) return null
    throw error
  }
}

/** Copies the object onto itself with this encryption; the result tells the version and ETag that it replaced. */
export async function copyOntoItself(object: string, { algorithm, kmsKeyId }: Encryption, aws: AwsSession) {
  const { client, HeadObjectCommand, CopyObjectCommand } = await s3(aws)
  const { Bucket, Key } = bucketAndKey(object)
  const head = await client.send(new HeadObjectCommand({ Bucket, Key }))
  await client.send(
    new CopyObjectCommand({
      Bucket,
      Key,
      CopySource: `${Bucket}/${Key.split('/').map(encodeURIComponent).join('/')}`,
      ...(head.ETag === undefined ? {} : { CopySourceIfMatch: head.ETag }),
      MetadataDirective: 'COPY',
      TaggingDirective: 'COPY',
      StorageClass: head.StorageClass ?? 'STANDARD',
      ...(head.WebsiteRedirectLocation === undefined ? {} : { WebsiteRedirectLocation: head.WebsiteRedirectLocation }),
      ...(algorithm === null ? {} : { ServerSideEncryption: algorithm }),
      ...(kmsKeyId === null ? {} : { SSEKMSKeyId: kmsKeyId }),
    }),
  )
  return { replacedVersion: head.VersionId ?? null, replacedETag: head.ETag ?? null }
}

function encryptionOf({ ServerSideEncryption, SSEKMSKeyId }: HeadObjectCommandOutput): Encryption {
  return { algorithm: ServerSideEncryption ?? null, kmsKeyId: SSEKMSKeyId ?? null }
}

function obstacleOf(
  object: string,
  head: HeadObjectCommandOutput,
  acl: GetObjectAclCommandOutput,
): FoundObject['obstacle'] {
  const obstacle = (code: string, why: string) => ({ code, message: `object \`${object}\` ${why}` })
  const bytes = head.ContentLength ?? 0
  if (bytes > maxBytes) return obstacle('OBJECT_TOO_LARGE', `has ${bytes} bytes, and one copy takes ${maxBytes}`)
  if (head.StorageClass === 'GLACIER' || head.StorageClass === 'DEEP_ARCHIVE' || head.ArchiveStatus !== undefined)
    return obstacle('OBJECT_ARCHIVED', 'is archived and must be restored before it can be copied')
  if (head.ObjectLockMode !== undefined || head.ObjectLockLegalHoldStatus === 'ON')
    return obstacle('OBJECT_LOCKED', 'is under Object Lock, which a copy would not carry over')
  const owner = acl.Owner?.ID
  const others = (acl.Grants ?? []).filter(({ Grantee }) => owner === undefined || Grantee?.ID !== owner)
  if (others.length > 0) return obstacle('OBJECT_ACL', 'grants access by an ACL, which a copy would drop')
  return null
}
