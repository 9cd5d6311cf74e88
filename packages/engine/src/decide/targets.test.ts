import { describe, expect, it } from 'vitest'
import type { Finding, Resource } from '../contracts/finding.js'
import { sampleFinding, sampleNow, sampleResource } from '../testing/sample-finding.js'
import { targetsOf } from './targets.js'

const skippedFor = (finding: Partial<Finding>, resource: Partial<Resource> = {}) =>
  targetsOf(sampleFinding({ resources: [sampleResource(resource)], ...finding }), sampleNow).map(
    ({ skipped }) => skipped,
  )

describe('a target', () => {
  it.each<readonly [string, Partial<Finding>, Partial<Resource>, string | null]>([
    ['is taken as it is', {}, {}, null],
    ['may leave its account to the finding', {}, { account: null }, null],
    ['may leave its partition to the finding', {}, { partition: null }, null],
    ['may be ahead of our clock by 15 minutes', { updated: '2026-11-21T00:15:00.000Z' }, {}, null],
    ['may have no date of update', { updated: null }, {}, null],
    ['without an account is skipped', { account: null }, {}, 'no-account'],
    ['with a thirteen-digit account is skipped', { account: '1234567890123' }, {}, 'no-account'],
    ['with a line break behind its account is skipped', { account: '123456789012\n' }, {}, 'no-account'],
    ['of another account is skipped', {}, { account: '111122223333' }, 'account-mismatch'],
    ['of another partition is skipped', {}, { partition: 'aws-us-gov' }, 'partition-mismatch'],
    [
      'with an unreadable partition is skipped',
      {},
      { partition: null, unreadable: { partition: 'x' } },
      'partition-mismatch',
    ],
    ['with a malformed Region is skipped', {}, { region: 'nowhere' }, 'region-unknown'],
    ['further in the future is skipped', { updated: '2026-11-21T00:15:00.001Z' }, {}, 'future'],
    ['with a date that is none is skipped', { updated: 'soon' }, {}, 'future'],
  ])('%s', (_, finding, resource, skipped) => expect(skippedFor(finding, resource)).toEqual([skipped]))

  it('is one for each resource, each judged by itself', () => {
    const resources = [sampleResource(), sampleResource({ account: '111122223333' })]
    expect(skippedFor({ resources })).toEqual([null, 'account-mismatch'])
  })

  it.each(['us-east-1', 'us-gov-west-1', 'ap-southeast-4', 'eusc-de-east-1', 'us-iso-east-1'])(
    'may stand in %s',
    (region) => {
      expect(targetsOf(sampleFinding({ resources: [sampleResource({ region })] }), sampleNow)[0]?.region).toBe(region)
    },
  )
})
