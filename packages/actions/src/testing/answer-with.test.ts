import { expect, it } from 'vitest'
import { enableEbsEncryptionByDefault } from '../ec2/enable-ebs-encryption-by-default.js'
import { answerWith } from './answer-with.js'
import { fakeEc2 } from './ec2.js'
import { inProcessAws } from './in-process-aws.js'
import { planOf } from './plan-of.js'

it('answers as told, and leaves other operations to the fake', async () => {
  const fake = answerWith(fakeEc2, { GetEbsEncryptionByDefault: { EbsEncryptionByDefault: true } })
  const planned = await planOf(enableEbsEncryptionByDefault, {}, inProcessAws({}, { fakes: [fake] }))
  expect(planned).toEqual({ kind: 'closed', state: { enabled: true } })
  const other = answerWith(fakeEc2, { DescribeVpcs: {} })
  expect((await planOf(enableEbsEncryptionByDefault, {}, inProcessAws({}, { fakes: [other] }))).kind).toBe('change')
})
