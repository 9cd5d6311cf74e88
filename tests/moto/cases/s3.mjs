/** S3 and S3 Control in moto. */
import { CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms'
import {
  CreateBucketCommand,
  GetBucketEncryptionCommand,
  GetBucketPolicyCommand,
  GetObjectTaggingCommand,
  GetPublicAccessBlockCommand,
  HeadObjectCommand,
  PutBucketPolicyCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { GetPublicAccessBlockCommand as GetAccountBlockCommand, S3ControlClient } from '@aws-sdk/client-s3-control'
import { region } from '../account.mjs'

async function bucketFor({ account, client }, name) {
  const api = client(S3Client)
  const bucket = `${name}-${account}`
  await api.send(new CreateBucketCommand({ Bucket: bucket, CreateBucketConfiguration: { LocationConstraint: region } }))
  return { api, bucket, resource: { type: 'AwsS3Bucket', id: `arn:aws:s3:::${bucket}` } }
}

/** The answer, or `null` where AWS says that there is none. */
const orNull = (promise) =>
  promise.catch((error) => (/^NoSuch|NotFound/.test(error.name) ? null : Promise.reject(error)))

export const s3 = [
  {
    action: 's3.block-public-access',
    async make(place) {
      const { api, bucket, resource } = await bucketFor(place, 'open')
      const block = async () => {
        const answer = await orNull(api.send(new GetPublicAccessBlockCommand({ Bucket: bucket })))
        return answer === null ? 'none' : Object.values(answer.PublicAccessBlockConfiguration).join()
      }
      return {
        control: 'S3.8',
        ...resource,
        with: { bucket: '${resource.name}' },
        isBad: async () => (await block()) === 'none',
        isGood: async () => (await block()) === 'true,true,true,true',
      }
    },
  },
  {
    action: 's3.block-account-public-access',
    async make({ account, client, endpoint }) {
      const api = client(S3ControlClient, { endpointProvider: () => ({ url: new URL(endpoint) }) })
      const block = async () => {
        const answer = await orNull(api.send(new GetAccountBlockCommand({ AccountId: account })))
        return answer === null ? 'none' : Object.values(answer.PublicAccessBlockConfiguration).join()
      }
      return {
        control: 'S3.1',
        type: 'AwsAccount',
        id: `AWS::::Account:${account}`,
        isBad: async () => (await block()) === 'none',
        isGood: async () => (await block()) === 'true,true,true,true',
      }
    },
  },
  {
    action: 's3.require-tls',
    async make(place) {
      const { api, bucket, resource } = await bucketFor(place, 'plain')
      const other = {
        Sid: 'Readers',
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${place.account}:root` },
        Action: 's3:GetObject',
        Resource: `arn:aws:s3:::${bucket}/*`,
      }
      await api.send(
        new PutBucketPolicyCommand({
          Bucket: bucket,
          Policy: JSON.stringify({ Version: '2012-10-17', Statement: [other] }),
        }),
      )
      const statements = async () =>
        JSON.parse((await api.send(new GetBucketPolicyCommand({ Bucket: bucket }))).Policy).Statement
      const denies = async () =>
        (await statements()).filter(
          (s) => s.Effect === 'Deny' && JSON.stringify(s.Condition ?? {}).includes('aws:SecureTransport'),
        ).length
      const keeps = async () => (await statements()).some((s) => s.Sid === 'Readers')
      return {
        control: 'S3.5',
        ...resource,
        with: { bucket: '${resource.name}' },
        isBad: async () => (await denies()) === 0 && (await keeps()),
        isGood: async () => (await denies()) === 1 && (await keeps()),
      }
    },
  },
  {
    action: 's3.enable-default-encryption',
    async make(place) {
      const { api, bucket, resource } = await bucketFor(place, 'clear')
      const algorithm = async () => {
        const answer = await orNull(api.send(new GetBucketEncryptionCommand({ Bucket: bucket })))
        return (
          answer?.ServerSideEncryptionConfiguration.Rules[0].ApplyServerSideEncryptionByDefault.SSEAlgorithm ?? 'none'
        )
      }
      const before = await algorithm()
      return {
        control: 'S3.4',
        ...resource,
        with: { bucket: '${resource.name}', algorithm: 'aws:kms' },
        isBad: async () => (await algorithm()) === before && before !== 'aws:kms',
        isGood: async () => (await algorithm()) === 'aws:kms',
      }
    },
  },
  {
    action: 's3.tag-object',
    async make(place) {
      const { api, bucket } = await bucketFor(place, 'tagged')
      await api.send(
        new PutObjectCommand({ Bucket: bucket, Key: 'reports/people.csv', Body: 'x', Tagging: 'team=data' }),
      )
      const tags = async () => {
        const { TagSet } = await api.send(new GetObjectTaggingCommand({ Bucket: bucket, Key: 'reports/people.csv' }))
        return TagSet.map((tag) => `${tag.Key}=${tag.Value}`)
          .sort()
          .join()
      }
      return {
        control: 'S3.99',
        type: 'AwsS3Object',
        id: `arn:aws:s3:::${bucket}/reports/people.csv`,
        with: { object: '${resource.name}', tags: [{ key: 'classification', value: 'sensitive' }] },
        isBad: async () => (await tags()) === 'team=data',
        isGood: async () => (await tags()) === 'classification=sensitive,team=data',
      }
    },
  },
  {
    action: 's3.encrypt-object',
    undo: false,
    async make(place) {
      const { api, bucket } = await bucketFor(place, 'objects')
      const { KeyMetadata } = await place.client(KMSClient).send(new CreateKeyCommand({}))
      await api.send(
        new PutObjectCommand({ Bucket: bucket, Key: 'people.csv', Body: 'x', Metadata: { source: 'crm' } }),
      )
      const head = () => api.send(new HeadObjectCommand({ Bucket: bucket, Key: 'people.csv' }))
      return {
        control: 'S3.99',
        type: 'AwsS3Object',
        id: `arn:aws:s3:::${bucket}/people.csv`,
        with: { object: '${resource.name}', kmsKeyId: KeyMetadata.Arn },
        isBad: async () => (await head()).ServerSideEncryption !== 'aws:kms',
        isGood: async () => {
          const { ServerSideEncryption, Metadata } = await head()
          return ServerSideEncryption === 'aws:kms' && Metadata.source === 'crm'
        },
      }
    },
  },
]
