import { describe, expect, it } from 'vitest'
import type { JsonObject } from './contracts/json.js'
import type { PreparedExceptions } from './decide/prepared.js'
import { exceptionCovering } from './exception-covering.js'
import { compileMatch } from './match/compile-match.js'
import { createMatchSet } from './match/create-match-set.js'
import { sampleChange } from './testing/sample-change.js'
import { sampleFinding, sampleResource } from './testing/sample-finding.js'

const now = Date.UTC(2026, 10, 21)

function exceptions(match: JsonObject, endsAt = now + 1): PreparedExceptions {
  const exception = {
    id: 'accepted',
    match,
    reason: 'accepted-risk' as const,
    justification: 'It has to be.',
    owner: 'doors',
    expires: '2026-12-31',
  }
  const origin = { file: 'exceptions/a.yaml', line: 1, column: 1 }
  const { matcher } = compileMatch(match, '', { groups: {} })
  return { exceptions: [{ exception, origin, match: matcher, endsAt }], exceptionSet: createMatchSet([matcher]) }
}

const change = sampleChange()
const finding = sampleFinding({ id: 'finding-1' })
const known = new Map([['finding-1', finding]])

describe('exceptionCovering', () => {
  it.each<[string, JsonObject, string | null, string | null]>([
    ['the control', { control: 'EC2.2' }, 'accepted', 'accepted'],
    ['the target', { 'resource.id': change.target }, 'accepted', 'accepted'],
    ['the account', { account: '123456789012' }, 'accepted', 'accepted'],
    ['another target', { 'resource.id': 'arn:aws:s3:::logs' }, null, null],
    ['a tag that a plan does not keep', { 'resource.tags.Environment': 'dev' }, 'accepted', null],
    ['another tag', { 'resource.tags.Environment': 'prod' }, null, null],
  ])('by %s', (_name, match, withFinding, fromPlan) => {
    expect(exceptionCovering(change, known, exceptions(match), now)).toBe(withFinding)
    expect(exceptionCovering(change, undefined, exceptions(match), now)).toBe(fromPlan)
  })

  it('ends with the exception', () => {
    expect(exceptionCovering(change, known, exceptions({ control: 'EC2.2' }, now), now)).toBeNull()
  })

  it('counts a doubt as covered where the finding is at hand', () => {
    const doubtful = sampleResource({ tags: null, unreadable: { tags: 'it is a number' } })
    const findings = new Map([['finding-1', { ...finding, resources: [doubtful] }]])
    expect(exceptionCovering(change, findings, exceptions({ 'resource.tags.x': 'y' }), now)).toBe('accepted')
  })

  it('leaves a change alone that another finding asks for too', () => {
    const other = sampleFinding({ id: 'finding-2', control: 'EC2.19' })
    const both = sampleChange({ findings: ['finding-1', 'finding-2'] })
    const findings = new Map([...known, ['finding-2', other] as const])
    expect(exceptionCovering(both, findings, exceptions({ control: 'EC2.2' }), now)).toBeNull()
    expect(exceptionCovering(both, findings, exceptions({ account: '123456789012' }), now)).toBe('accepted')
  })
})
