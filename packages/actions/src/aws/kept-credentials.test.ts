import { expect, it } from 'vitest'
import { keptCredentials } from './kept-credentials.js'

const minute = 60_000

function counting(expiration?: Date) {
  let calls = 0
  const provide = async () => {
    calls += 1
    return { accessKeyId: `AKIA${calls}`, secretAccessKey: 'x', ...(expiration === undefined ? {} : { expiration }) }
  }
  return { provide, calls: () => calls }
}

it('asks once while the credentials hold, also when asked twice at the same time', async () => {
  const { provide, calls } = counting(new Date(60 * minute))
  const credentials = keptCredentials(provide, () => 0)
  await Promise.all([credentials(), credentials()])
  expect((await credentials()).accessKeyId).toBe('AKIA1')
  expect(calls()).toBe(1)
})

it('asks again five minutes before they expire', async () => {
  let now = 0
  const { provide, calls } = counting(new Date(60 * minute))
  const credentials = keptCredentials(provide, () => now)
  await credentials()
  now = 55 * minute - 1
  await credentials()
  expect(calls()).toBe(1)
  now = 55 * minute
  expect((await credentials()).accessKeyId).toBe('AKIA2')
})

it('keeps credentials that do not expire', async () => {
  const { provide, calls } = counting()
  const credentials = keptCredentials(provide, () => Number.MAX_SAFE_INTEGER)
  await credentials()
  await credentials()
  expect(calls()).toBe(1)
})

it('asks again after a failure', async () => {
  let fails = true
  const credentials = keptCredentials(async () => {
    if (fails) throw new Error('STS is away')
    return { accessKeyId: 'AKIA', secretAccessKey: 'x' }
  })
  await expect(credentials()).rejects.toThrow('STS is away')
  fails = false
  expect((await credentials()).accessKeyId).toBe('AKIA')
})
