import { expect, it } from 'vitest'
import { answerWith } from '../testing/answer-with.js'
import { applyOnce } from '../testing/apply-once.js'
import { fakeEc2 } from '../testing/ec2.js'
import { inProcessAws } from '../testing/in-process-aws.js'
import { keepsTheLaws } from '../testing/laws.js'
import { planOf } from '../testing/plan-of.js'
import { enableEbsEncryptionByDefault } from './enable-ebs-encryption-by-default.js'

const regionWith = (ebsEncryptionByDefault?: boolean) =>
  inProcessAws({
    '123456789012': { 'eu-west-1': { ec2: ebsEncryptionByDefault === undefined ? {} : { ebsEncryptionByDefault } } },
  })

keepsTheLaws(
  enableEbsEncryptionByDefault,
  {},
  {
    open: { 'a Region as it comes': () => regionWith() },
    closed: { 'a Region that encrypts by default': () => regionWith(true) },
  },
)

it('changes no other Region', async () => {
  const world = inProcessAws({ '123456789012': { 'us-east-1': { ec2: { ebsEncryptionByDefault: false } } } })
  await applyOnce(enableEbsEncryptionByDefault, {}, world)
  expect(world.state).toMatchObject({
    '123456789012': {
      'eu-west-1': { ec2: { ebsEncryptionByDefault: true } },
      'us-east-1': { ec2: { ebsEncryptionByDefault: false } },
    },
  })
})

it('does not take an empty answer for a Region that does not encrypt', async () => {
  const world = inProcessAws({}, { fakes: [answerWith(fakeEc2, { GetEbsEncryptionByDefault: {} })] })
  await expect(planOf(enableEbsEncryptionByDefault, {}, world)).rejects.toMatchObject({
    code: 'aws.failed',
    message: 'AWS answered without the EBS encryption default',
  })
})
