import { expect, it } from 'vitest'
import { applyOnce } from '../testing/apply-once.js'
import { inProcessAws } from '../testing/in-process-aws.js'
import { keepsTheLaws } from '../testing/laws.js'
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
