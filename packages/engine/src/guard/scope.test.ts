import { describe, expect, it } from 'vitest'
import type { Project } from '../contracts/documents/project.js'
import type { Change } from '../contracts/plan.js'
import { sampleChange, sampleFacts } from '../testing/sample-change.js'
import { scopeGuard } from './scope.js'

const account = '123456789012'
const project = (accounts: Project['scope']['accounts'], regions: string[], groups = {}): Project => ({
  apiVersion: 'redress/v1',
  kind: 'Project',
  groups,
  scope: { accounts, regions },
})
const user = { target: `arn:aws:iam::${account}:user/alice`, region: 'us-east-1' }

describe('scopeGuard', () => {
  it.each<[string, Project | null, Partial<Change>, string | null]>([
    ['no project', null, {}, 'no project says which accounts may be changed'],
    ['an account and a Region that are listed', project([account], ['eu-west-1']), {}, null],
    [
      'an empty list of accounts',
      project([], ['eu-west-1']),
      {},
      "account `123456789012` is not in the project's scope",
    ],
    ['an empty list of Regions', project([account], []), {}, "Region `eu-west-1` is not in the project's scope"],
    ['another Region', project([account], ['us-east-1']), {}, "Region `eu-west-1` is not in the project's scope"],
    ['an account of a group', project([{ group: 'dev' }], ['eu-west-1'], { dev: [account] }), {}, null],
    [
      'a group that is empty',
      project([{ group: 'dev' }], ['eu-west-1']),
      {},
      "account `123456789012` is not in the project's scope",
    ],
    [
      'a group with the name of a prototype member',
      project([{ group: 'constructor' }], ['eu-west-1']),
      {},
      "account `123456789012` is not in the project's scope",
    ],
    ['a global service, by the Region of the finding', project([account], ['eu-west-1']), user, null],
    ['a global service, by its own Region', project([account], ['us-east-1']), user, null],
    [
      'a global service in neither',
      project([account], ['eu-north-1']),
      user,
      "Region `us-east-1` is not in the project's scope",
    ],
    [
      'a service that is not global has its own Region only',
      project([account], ['eu-west-1']),
      { region: 'us-east-1', target: 'arn:aws:s3:::logs' },
      "Region `us-east-1` is not in the project's scope",
    ],
  ])('%s', (_name, given, change, message) => {
    const denial = scopeGuard(sampleChange(change), sampleFacts({ project: given }))
    expect(denial).toEqual(message && { kind: 'refused', code: 'OUT_OF_SCOPE', message })
  })

  it.each(['hub', 'home'] as const)('asks for the finding’s account where the action runs at %s', (place) => {
    const action = { place, once: false, risk: 'safe', reversible: 'full' } as const
    const elsewhere = sampleChange({ account: '111122223333', region: 'us-east-2' })
    const given = project([account], [])
    expect(scopeGuard(elsewhere, sampleFacts({ action, project: given }))).toBeNull()
    const other = { ...elsewhere, finding: { ...elsewhere.finding, account: '111122223333' } }
    expect(scopeGuard(other, sampleFacts({ action, project: given }))?.code).toBe('OUT_OF_SCOPE')
    const unknown = { ...elsewhere, finding: { ...elsewhere.finding, account: null } }
    expect(scopeGuard(unknown, sampleFacts({ action, project: given }))?.message).toBe(
      "account `unknown` is not in the project's scope",
    )
  })
})
