import { expect, it } from 'vitest'
import { neverStopped, noAws, noJournal, nothingApproved } from './absent-ports.js'
import { sampleChange } from './testing/sample-change.js'

it('fails in the safe direction and says what is missing', async () => {
  const target = { account: '123456789012', region: 'eu-west-1', partition: 'aws' }
  const aws = { code: 'aws.failed', message: 'no access to AWS was given', hint: 'give `createEngine` an `aws` port' }
  await expect(noAws.reading(target)).rejects.toMatchObject(aws)
  await expect(noAws.home()).rejects.toMatchObject(aws)
  const records = []
  for await (const record of noJournal.read()) records.push(record)
  expect(records).toEqual([])
  expect(await nothingApproved.isApproved(sampleChange())).toBe(false)
  expect(await neverStopped.isStopped()).toBe(false)
})

it('takes no records', async () => {
  await expect(
    noJournal.append({
      v: 1,
      seq: 0,
      prevHash: '',
      hash: '',
      runId: 'run-1',
      at: '',
      entry: { state: 'RUN', mode: 'apply', planHash: '', rulesetHash: '', engineVersion: '' },
    }),
  ).rejects.toMatchObject({
    code: 'journal.unwritable',
    message: 'no journal was given, so nothing is changed',
    hint: 'give `createEngine` a journal, such as `fileJournal`',
  })
})
