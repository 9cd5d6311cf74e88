import { describe, expect, it } from 'vitest'
import type { Change } from '../contracts/plan.js'
import { sampleChange, sampleFacts } from '../testing/sample-change.js'
import { accountGuard } from './account.js'

describe('accountGuard', () => {
  it.each<[string, Partial<Change>, string | null]>([
    ['the same account three times', {}, null],
    ['an ARN without an account', { target: 'arn:aws:s3:::logs' }, null],
    ['an ARN of AWS itself', { target: 'arn:aws:iam::aws:policy/X' }, null],
    ['an id that is no ARN', { target: 'sg-0123' }, null],
    [
      'an ARN of another account',
      { target: 'arn:aws:ec2:eu-west-1:111122223333:vpc/v' },
      'the resource is in account `111122223333`, the finding is of `123456789012`',
    ],
    [
      'a change for another account',
      { account: '111122223333' },
      'the change is for account `111122223333`, the finding is of `123456789012`',
    ],
    ['no account id', { account: '12345' }, '`12345` is no account id'],
    ['an account id with a line break', { account: '123456789012\n' }, '`123456789012 ` is no account id'],
  ])('%s', (_name, change, message) => {
    expect(accountGuard(sampleChange(change), sampleFacts())).toEqual(
      message && { kind: 'refused', code: 'ACCOUNT_MISMATCH', message },
    )
  })

  it.each<[string, string, string | null, string | null]>([
    ['the finding’s account', '123456789012', null, null],
    ['the project’s hub', '111122223333', '111122223333', null],
    ['another account', '111122223333', null, 'finding updates go to `123456789012`, the change is for `111122223333`'],
    [
      'another account than the hub',
      '123456789012',
      '111122223333',
      'finding updates go to `111122223333`, the change is for `123456789012`',
    ],
  ])('lets updates of findings go only to where they are sent: %s', (_name, account, hub, message) => {
    const facts = sampleFacts({ action: { place: 'hub', once: false, risk: 'safe', reversible: 'full' } })
    const { project } = facts
    if (project === null) throw new Error('no project')
    const found = accountGuard(sampleChange({ account }), {
      ...facts,
      project: hub === null ? project : { ...project, hub: { account: hub } },
    })
    expect(found).toEqual(message && { kind: 'refused', code: 'ACCOUNT_MISMATCH', message })
  })

  it('leaves messages to the scope', () => {
    const home = sampleFacts({ action: { place: 'home', once: true, risk: 'safe', reversible: 'none' } })
    expect(accountGuard(sampleChange({ account: '111122223333' }), home)).toBeNull()
  })
})
