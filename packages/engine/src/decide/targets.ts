/**
 * The targets of a finding: each resource with the account, Region and partition to act in, or why nothing may be.
 *
 * The account is always the finding's own, which AWS vouches for; a resource that claims another account is a
 * reason to do nothing, never a place to go to.
 */
import { isAccountId, isRegion } from '../contracts/aws-names.js'
import type { Finding, Resource } from '../contracts/finding.js'
import { remember } from '../contracts/remember.js'
import { whyUnreadable } from '../contracts/unreadable.js'

export interface Target {
  readonly resource: Resource | null
  readonly account: string | null
  readonly region: string | null
  readonly partition: string | null
  /** `no-account`, `account-mismatch`, `partition-mismatch`, `region-unknown`, `future`; else `null`. */
  readonly skipped: string | null
}

/** How far the clocks of others may be ahead of ours: 15 minutes. */
const tolerance = 15 * 60_000

/** One per resource; one without a resource for a finding that names none. `now` is milliseconds since 1970. */
export function targetsOf(finding: Finding, now: number): readonly Target[] {
  const { resources } = finding
  return resources.length === 0 ? [targetOf(finding, null, now)] : resources.map((each) => targetOf(finding, each, now))
}

function targetOf(finding: Finding, resource: Resource | null, now: number): Target {
  const partition = finding.partition ?? resource?.partition ?? null
  const region = regionOf(finding, resource, partition)
  return { resource, account: finding.account, region, partition, skipped: reason(finding, resource, region, now) }
}

function reason(finding: Finding, resource: Resource | null, region: string | null, now: number): string | null {
  if (finding.account === null || !isAccountId(finding.account)) return 'no-account'
  if (isUnreadable(resource, 'account')) return 'account-mismatch'
  if (differ(resource?.account ?? null, finding.account)) return 'account-mismatch'
  if (isUnreadable(resource, 'partition') || isUnreadable(finding, 'partition')) return 'partition-mismatch'
  if (differ(resource?.partition ?? null, finding.partition)) return 'partition-mismatch'
  if (region === null) return 'region-unknown'
  return isFuture(finding, now) ? 'future' : null
}

/** A date that cannot be read might be in the future; an absent one says nothing. */
function isFuture(finding: Finding, now: number): boolean {
  const { updated } = finding
  if (updated === null) return whyUnreadable(finding, 'updated') !== null
  // Written in one way, times compare as texts.
  return updated.length === written ? updated > latestFor(now) : !(Date.parse(updated) <= now + tolerance)
}

/** Characters of a time as findings have it. */
const written = '2026-11-20T12:00:00.000Z'.length

/** The latest time that is not in the future. */
function latestFor(now: number): string {
  if (latest.now !== now) latest = { now, text: new Date(now + tolerance).toISOString() }
  return latest.text
}

/** The last answer: whole files are decided at one time. */
let latest = { now: Number.NaN, text: '' }

/** Global services answer in one Region of their partition, whichever Region reported the finding. */
function regionOf(finding: Finding, resource: Resource | null, partition: string | null): string | null {
  const type = resource?.type ?? null
  if (type !== null && isGlobal(type)) {
    const main = mainRegions.get(partition ?? '')
    if (main !== undefined) return main
  }
  if (isUnreadable(resource, 'region')) return null
  const ofResource = resource?.region ?? null
  if (ofResource !== null && ofResource !== 'global') return isRegion(ofResource) ? ofResource : null
  return finding.region !== null && isRegion(finding.region) ? finding.region : null
}

const mainRegions: ReadonlyMap<string, string> = new Map([
  ['aws', 'us-east-1'],
  ['aws-cn', 'cn-north-1'],
  ['aws-us-gov', 'us-gov-west-1'],
])

const globalTypes = [
  'AWS::IAM::',
  'AWS::CloudFront::',
  'AWS::Route53::',
  'AWS::Organizations::',
  'AWS::Shield::',
  'AWS::WAF::',
] as const

const isGlobal = remember((type) => globalTypes.some((prefix) => type.startsWith(prefix)))

function differ(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a !== b
}

/** What has a value can be read. */
function isUnreadable(owner: Finding | Resource | null, field: 'account' | 'region' | 'partition'): boolean {
  return owner !== null && owner[field] === null && whyUnreadable(owner, field) !== null
}
