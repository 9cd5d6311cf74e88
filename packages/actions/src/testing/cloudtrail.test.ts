import { CloudTrailClient, GetTrailCommand, UpdateTrailCommand } from '@aws-sdk/client-cloudtrail'
import type { IntentReceipt } from '@redress/engine'
import { expect, it } from 'vitest'
import type { CloudTrailTrail } from './cloudtrail.js'
import { inProcessAws } from './in-process-aws.js'

const receipt: IntentReceipt = JSON.parse('{"runId":"test","seq":0}')
const clientWith = async (audit: CloudTrailTrail) => {
  const world = inProcessAws({ '123456789012': { 'eu-west-1': { cloudtrail: { trails: { audit } } } } })
  const aws = await world.aws.writing({ account: '123456789012', region: 'eu-west-1', partition: 'aws' }, receipt)
  return aws.client(CloudTrailClient)
}

it('changes only the settings that are named', async () => {
  const trails = await clientWith({ bucket: 'example-logs', multiRegion: true })
  await trails.send(new UpdateTrailCommand({ Name: 'audit', EnableLogFileValidation: true }))
  expect((await trails.send(new GetTrailCommand({ Name: 'audit' }))).Trail).toMatchObject({
    S3BucketName: 'example-logs',
    IsMultiRegionTrail: true,
    LogFileValidationEnabled: true,
    HomeRegion: 'eu-west-1',
  })
})

it.each<[string, string, CloudTrailTrail]>([
  ['InvalidHomeRegionException', 'audit', { homeRegion: 'us-east-1' }],
  ['NotOrganizationMasterAccountException', 'audit', { owner: '111122223333' }],
  ['TrailNotFoundException', 'other', {}],
])('answers %s to a change of `%s` with %j', async (name, Name, trail) => {
  const trails = await clientWith(trail)
  await expect(trails.send(new UpdateTrailCommand({ Name }))).rejects.toMatchObject({ name })
})
