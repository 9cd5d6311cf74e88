import { expect, it } from 'vitest'
import { answerWith } from '../testing/answer-with.js'
import { applyOnce } from '../testing/apply-once.js'
import type { CloudTrailTrail } from '../testing/cloudtrail.js'
import { fakeCloudTrail } from '../testing/cloudtrail.js'
import { inProcessAws } from '../testing/in-process-aws.js'
import { keepsTheLaws } from '../testing/laws.js'
import { planOf } from '../testing/plan-of.js'
import { enableLogFileValidation } from './enable-log-file-validation.js'

const params = { trail: 'arn:aws:cloudtrail:eu-west-1:123456789012:trail/audit' }
const trailWith = (trail: CloudTrailTrail) =>
  inProcessAws({ '123456789012': { 'eu-west-1': { cloudtrail: { trails: { audit: trail } } } } })

keepsTheLaws(enableLogFileValidation, params, {
  open: {
    'a trail without validation': () => trailWith({}),
    'a trail of all Regions, at home': () => trailWith({ multiRegion: true, homeRegion: 'eu-west-1' }),
  },
  closed: {
    'a trail that is validated': () => trailWith({ logFileValidation: true }),
    'a validated trail that can be changed only elsewhere': () =>
      trailWith({ logFileValidation: true, homeRegion: 'us-east-1' }),
  },
})

it('names no other setting of the trail', async () => {
  const world = trailWith({ bucket: 'audit-logs', multiRegion: true })
  await applyOnce(enableLogFileValidation, params, world)
  const written = world.calls.filter((call) => call.writes).map((call) => call.input)
  expect(written).toEqual([{ Name: params.trail, EnableLogFileValidation: true }])
})

it('refuses a trail whose home is another Region', async () => {
  const world = trailWith({ multiRegion: true, homeRegion: 'us-east-1' })
  expect(await planOf(enableLogFileValidation, { trail: 'audit' }, world)).toEqual({
    kind: 'refused',
    code: 'HOME_REGION',
    message: 'trail `audit` can be changed only in its home Region, `us-east-1`',
  })
})

it('refuses a trail that belongs to the organization’s management account', async () => {
  expect(await planOf(enableLogFileValidation, { trail: 'audit' }, trailWith({ owner: '111122223333' }))).toEqual({
    kind: 'refused',
    code: 'OTHER_ACCOUNT',
    message: 'trail `audit` belongs to account `111122223333`, which alone can change it',
  })
})

it('says that a trail is gone', async () => {
  expect(await planOf(enableLogFileValidation, { trail: 'another' }, trailWith({}))).toEqual({ kind: 'gone' })
})

it('does not take an empty answer for a trail that is gone', async () => {
  const world = inProcessAws({}, { fakes: [answerWith(fakeCloudTrail, { GetTrail: {} })] })
  await expect(planOf(enableLogFileValidation, { trail: 'audit' }, world)).rejects.toMatchObject({
    code: 'aws.failed',
    message: 'AWS answered without the settings of trail audit',
  })
})
