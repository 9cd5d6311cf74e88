import { findingRef, isJsonObject, type Json, readValue } from '@redress/engine'
import { expect, it } from 'vitest'
import { inProcessAws } from '../testing/in-process-aws.js'
import { findingSource } from './finding-source.js'

const target = { account: '123456789012', region: 'eu-west-1', partition: 'aws' }
const body = (id: string) => ({
  SchemaVersion: '2018-10-08',
  Id: id,
  ProductArn: 'arn:aws:securityhub:eu-west-1::product/aws/securityhub',
  GeneratorId: 'security-control/S3.8',
  AwsAccountId: target.account,
  Region: target.region,
  Title: 'as the hub says',
  Resources: [{ Type: 'AwsS3Bucket', Id: 'arn:aws:s3:::logs' }],
})

function refOf(value: Json) {
  const [item] = readValue(value, 'test')
  if (item?.kind !== 'finding') throw new Error('the sample is no finding')
  return findingRef(item.finding)
}

it('gives the hub’s copies in the order asked, and nothing for what it does not have', async () => {
  const { aws, calls } = inProcessAws({
    [target.account]: { [target.region]: { securityhub: { findings: [body('b'), body('a')] } } },
  })
  const found = await findingSource(aws).fetch(
    ['a', 'gone', 'b'].map((id) => refOf(body(id))),
    target,
  )
  expect(found.map((one) => (isJsonObject(one) ? one['Id'] : one))).toEqual(['a', null, 'b'])
  expect(calls.map(({ operation }) => operation)).toEqual(['GetFindings'])
})

it('has nothing for a finding without a product, which Security Hub cannot look up', async () => {
  const { aws, calls } = inProcessAws()
  const found = await findingSource(aws).fetch([{ ...refOf(body('a')), productArn: null }], target)
  expect(found).toEqual([null])
  expect(calls).toEqual([])
})
