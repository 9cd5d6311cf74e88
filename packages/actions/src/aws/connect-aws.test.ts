import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { IntentReceipt } from '@redress/engine'
import { afterEach, describe, expect, it } from 'vitest'
import { connectAws } from './connect-aws.js'

const target = { account: '123456789012', region: 'eu-west-1', partition: 'aws' }
const credentials = async () => ({ accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'x' })
const receipt: IntentReceipt = JSON.parse('{"runId":"test","seq":0}')
const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** An STS on loopback whose credentials are of this account and partition. */
async function sts(account = target.account, partition = 'aws') {
  const calls: URLSearchParams[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    const call = new URLSearchParams(body)
    calls.push(call)
    const action = call.get('Action') ?? ''
    const result =
      action === 'AssumeRole'
        ? '<Credentials><AccessKeyId>ASIAEXAMPLE</AccessKeyId><SecretAccessKey>y</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>'
        : `<Arn>arn:${partition}:sts::${account}:assumed-role/redress/redress</Arn><UserId>AROA</UserId><Account>${account}</Account>`
    response.writeHead(200, { 'content-type': 'text/xml' })
    response.end(
      `<${action}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><${action}Result>${result}</${action}Result></${action}Response>`,
    )
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  closing.push(() => server.close())
  const { port }: Pick<AddressInfo, 'port'> = Object(server.address())
  return { endpoint: `http://127.0.0.1:${port}`, calls, actions: () => calls.map((call) => call.get('Action')) }
}

describe('a session for a target', () => {
  it('is opened when the credentials are of its account and partition, and kept', async () => {
    const { endpoint, actions } = await sts()
    const aws = connectAws({ endpoint, credentials })
    const first = await aws.reading(target)
    expect(first).toMatchObject(target)
    expect(await aws.reading(target)).toBe(first)
    expect(actions()).toEqual(['GetCallerIdentity'])
  })

  it.each([
    ['account', '999988887777', 'aws'],
    ['partition', target.account, 'aws-cn'],
  ])('is refused when the credentials are of another %s', async (_, account, partition) => {
    const { endpoint } = await sts(account, partition)
    await expect(connectAws({ endpoint, credentials }).writing(target, receipt)).rejects.toMatchObject({
      code: 'aws.identity',
      message: `the credentials are of account \`${account}\` (${partition}), the target is in \`123456789012\` (aws)`,
      hint: 'set `roles.remediation` in redress.yaml to a role that can be assumed in the target account',
    })
  })

  it('assumes the role of the target’s own account, once for all its clients', async () => {
    const { endpoint, calls, actions } = await sts()
    const role = { name: 'Redress-${region}', externalId: 'acme-7', sessionName: 'redress-ci' }
    const aws = connectAws({ endpoint, credentials, role })
    await aws.reading(target)
    expect(actions()).toEqual(['AssumeRole', 'GetCallerIdentity'])
    expect(Object.fromEntries(calls[0] ?? [])).toMatchObject({
      RoleArn: 'arn:aws:iam::123456789012:role/Redress-eu-west-1',
      ExternalId: 'acme-7',
      RoleSessionName: 'redress-ci',
    })
  })

  it('is tried again after a refusal', async () => {
    const wrong = await sts('999988887777')
    const aws = connectAws({ endpoint: wrong.endpoint, credentials })
    await expect(aws.reading(target)).rejects.toMatchObject({ code: 'aws.identity' })
    await expect(aws.reading(target)).rejects.toMatchObject({ code: 'aws.identity' })
    expect(wrong.actions()).toEqual(['GetCallerIdentity', 'GetCallerIdentity'])
  })
})

it('says what to do when there are no credentials', async () => {
  const { endpoint } = await sts()
  const none = async () => {
    throw Object.assign(new Error('Could not load credentials from any providers'), {
      name: 'CredentialsProviderError',
    })
  }
  await expect(connectAws({ endpoint, credentials: none }).reading(target)).rejects.toMatchObject({
    code: 'aws.identity',
    message: 'there are no credentials for AWS: set AWS_PROFILE, or sign in with the AWS CLI',
  })
})

it('home is the account that the credentials are of', async () => {
  const { endpoint } = await sts('999988887777', 'aws-us-gov')
  const aws = connectAws({ endpoint, credentials, region: 'us-gov-west-1' })
  expect(await aws.home()).toEqual({ account: '999988887777', partition: 'aws-us-gov' })
})
