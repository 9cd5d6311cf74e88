import { expect, it } from 'vitest'
import { AccountClient } from './control-sdk.js'

const settings = {
  region: 'eu-west-1',
  maxAttempts: 1,
  credentials: async () => ({ accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'x' }),
  requestHandler: { connectionTimeout: 1, requestTimeout: 1, throwOnRequestTimeout: true },
}
const place = { AccountId: '123456789012', RequiresAccountId: true, Region: 'eu-west-1' }

it('an endpoint that is an IP address is taken as it stands', () => {
  const client = new AccountClient({ ...settings, endpoint: 'http://127.0.0.1:5555' })
  expect(client.config.endpointProvider(place).url.href).toBe('http://127.0.0.1:5555/')
})

it('without an endpoint the account stands before the host name', () => {
  const client = new AccountClient(settings)
  expect(client.config.endpointProvider(place).url.href).toBe(
    'https://123456789012.s3-control.eu-west-1.amazonaws.com/',
  )
})
