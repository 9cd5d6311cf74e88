import { GetPublicAccessBlockCommand, PutPublicAccessBlockCommand, S3ControlClient } from '@aws-sdk/client-s3-control'
import { expect, it } from 'vitest'
import { inProcessAws } from './index.js'

async function s3control() {
  const target = { account: '123456789012', region: 'eu-west-1', partition: 'aws' }
  const session = await inProcessAws({}).aws.writing(target, JSON.parse('{"runId":"r","seq":0}'))
  return session.client(S3ControlClient)
}
const AccountId = '123456789012'

it('an account that was never configured answers with an error', async () => {
  const client = await s3control()
  await expect(client.send(new GetPublicAccessBlockCommand({ AccountId }))).rejects.toMatchObject({
    name: 'NoSuchPublicAccessBlockConfiguration',
    $metadata: { httpStatusCode: 404 },
  })
})

it('settings are replaced whole', async () => {
  const client = await s3control()
  const PublicAccessBlockConfiguration = { BlockPublicAcls: true }
  await client.send(new PutPublicAccessBlockCommand({ AccountId, PublicAccessBlockConfiguration }))
  const found = await client.send(new GetPublicAccessBlockCommand({ AccountId }))
  expect(found.PublicAccessBlockConfiguration).toMatchObject({ BlockPublicAcls: true, RestrictPublicBuckets: false })
})

it('another account is denied', async () => {
  const client = await s3control()
  const other = client.send(new GetPublicAccessBlockCommand({ AccountId: '111122223333' }))
  await expect(other).rejects.toMatchObject({ name: 'AccessDenied', $metadata: { httpStatusCode: 403 } })
})
