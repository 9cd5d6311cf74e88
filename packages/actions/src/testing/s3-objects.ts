/**
 * Objects of S3 in process: HeadObject, tags, ACL and a copy of an object onto itself.
 *
 * A copy forgets what S3 forgets too: storage class, redirect and grants, unless the request names them.
 */
import type {
  CopyObjectCommandInput,
  CopyObjectCommandOutput,
  GetObjectAclCommandInput,
  GetObjectAclCommandOutput,
  GetObjectTaggingCommandInput,
  GetObjectTaggingCommandOutput,
  HeadObjectCommandInput,
  HeadObjectCommandOutput,
  PutObjectTaggingCommandInput,
} from '@aws-sdk/client-s3'
import { awsError, type Output } from './fake.js'
import { objectOf, type S3Context, type S3Object } from './s3-state.js'

export const objectPermissions = {
  HeadObject: ['s3:GetObject'],
  CopyObject: ['s3:GetObject', 's3:GetObjectTagging', 's3:PutObject', 's3:PutObjectTagging'],
}

const owner = { ID: '75aa57f09aa0c8caeab4f8c24e99d10f8e7faeebf76c078efc7c6caea54ba06a' }

export const objectOperations = {
  HeadObject(input: HeadObjectCommandInput, context: S3Context): Output<HeadObjectCommandOutput> {
    const object = objectOf(input, context, 'NotFound')
    const { algorithm, kmsKeyId } = object.encryption ?? { algorithm: 'AES256' as const }
    return {
      ContentLength: object.size ?? 1_024,
      ETag: object.etag ?? '"0"',
      ServerSideEncryption: algorithm,
      ...(kmsKeyId === undefined ? {} : { SSEKMSKeyId: kmsKeyId }),
      ...(object.metadata === undefined ? {} : { Metadata: object.metadata }),
      // S3 leaves the header out for STANDARD.
      ...(object.storageClass === undefined ? {} : { StorageClass: object.storageClass }),
      ...(object.websiteRedirectLocation === undefined
        ? {}
        : { WebsiteRedirectLocation: object.websiteRedirectLocation }),
      ...(object.retainUntil === undefined
        ? {}
        : { ObjectLockMode: 'COMPLIANCE' as const, ObjectLockRetainUntilDate: new Date(object.retainUntil) }),
    }
  },
  GetObjectAcl(input: GetObjectAclCommandInput, context: S3Context): Output<GetObjectAclCommandOutput> {
    const { grants = [] } = objectOf(input, context, 'NoSuchKey')
    return {
      Owner: owner,
      Grants: [{ Grantee: { Type: 'CanonicalUser', ...owner }, Permission: 'FULL_CONTROL' }, ...grants],
    }
  },
  GetObjectTagging(input: GetObjectTaggingCommandInput, context: S3Context): Output<GetObjectTaggingCommandOutput> {
    const { tags = {} } = objectOf(input, context, 'NoSuchKey')
    return { TagSet: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) }
  },
  PutObjectTagging(input: PutObjectTaggingCommandInput, context: S3Context) {
    const tags = (input.Tagging?.TagSet ?? []).map(({ Key = '', Value = '' }) => [Key, Value])
    if (tags.length > 10) throw awsError('BadRequest', 'Object tags cannot be greater than 10')
    objectOf(input, context, 'NoSuchKey').tags = Object.fromEntries(tags)
    return undefined
  },
  CopyObject(input: CopyObjectCommandInput, context: S3Context): Output<CopyObjectCommandOutput> {
    const object = objectOf(input, context, 'NoSuchKey')
    const source = `${input.Bucket}/${input.Key}`
    if (decodeURIComponent(input.CopySource ?? '') !== source)
      throw new Error(`the in-process AWS copies an object only onto itself, not from ${input.CopySource}`)
    if (input.CopySourceIfMatch !== undefined && input.CopySourceIfMatch !== (object.etag ?? '"0"'))
      throw awsError('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold', 412)
    if ((object.size ?? 0) > 5 * 1_024 ** 3)
      throw awsError(
        'InvalidRequest',
        'The specified copy source is larger than the maximum allowable size: 5368709120',
      )
    replace(object, input, context)
    return { CopyObjectResult: { ETag: object.etag } }
  },
}

function replace(object: S3Object, input: CopyObjectCommandInput, context: S3Context): void {
  const { StorageClass, WebsiteRedirectLocation, ServerSideEncryption = 'AES256', SSEKMSKeyId } = input
  delete object.storageClass
  delete object.websiteRedirectLocation
  delete object.grants
  object.encryption = {
    algorithm: ServerSideEncryption,
    ...(SSEKMSKeyId === undefined ? {} : { kmsKeyId: SSEKMSKeyId }),
  }
  if (StorageClass !== undefined && StorageClass !== 'STANDARD') object.storageClass = StorageClass
  if (WebsiteRedirectLocation !== undefined) object.websiteRedirectLocation = WebsiteRedirectLocation
  object.etag = `"${context.nextId()}"`
}
