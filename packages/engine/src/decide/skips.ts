/**
 * What a rule leaves alone though its match holds: findings that someone has dealt with already, and findings that
 * are not AWS's own.
 *
 * A rule that mentions `workflow`, `record` or `compliance` has its own say about it. Still no resource is ever
 * changed for a finding that is suppressed or archived.
 */
import type { Rule } from '../contracts/documents/rules.js'
import type { Finding } from '../contracts/finding.js'
import type { Truth } from '../contracts/match.js'
import { remember } from '../contracts/remember.js'
import { whyUnreadable } from '../contracts/unreadable.js'

/** A clause that every rule has unless it mentions the field: values of the field that it leaves alone. */
export const defaultClauses = [
  { field: 'workflow', leaves: ['SUPPRESSED', 'RESOLVED'] },
  { field: 'record', leaves: ['ARCHIVED'] },
  { field: 'compliance', leaves: ['PASSED'] },
] as const

/** A field and the values of it that rules leave alone. */
export type DefaultClause = (typeof defaultClauses)[number]

export type DefaultField = DefaultClause['field']

/** Whether the finding is none that a default clause leaves alone; in doubt about a value that cannot be read. */
export function judgeDefault(finding: Finding, { field, leaves }: DefaultClause): Truth {
  const found = finding[field]
  if (found === null && whyUnreadable(finding, field) !== null) return 'unknown'
  for (const value of leaves) if (value === found) return 'no'
  return 'yes'
}

/** The fields for whose values, known or not, a rule that does not mention them leaves the finding alone. */
export function settledFields(finding: Finding): readonly DefaultField[] {
  let settled: DefaultField[] | null = null
  for (const clause of defaultClauses) {
    if (judgeDefault(finding, clause) === 'yes') continue
    settled ??= []
    settled.push(clause.field)
  }
  return settled ?? none
}

const none: readonly DefaultField[] = []

/** The field for whose value, known or not, no resource may be changed, whatever the rule says, or `null`. */
export function noChangesFor(finding: Finding): 'workflow' | 'record' | null {
  if (finding.workflow === 'SUPPRESSED' || isUnreadable(finding, 'workflow')) return 'workflow'
  return finding.record === 'ARCHIVED' || isUnreadable(finding, 'record') ? 'record' : null
}

function isUnreadable(finding: Finding, field: 'workflow' | 'record'): boolean {
  return finding[field] === null && whyUnreadable(finding, field) !== null
}

/** True for steps that change something besides the finding and besides telling someone. */
export function changesResources(use: string): boolean {
  return !use.startsWith('notify.') && !use.startsWith('finding.')
}

/** True if the rule may change resources because of this finding: AWS's own product, or one that the rule trusts. */
export function isTrusted(finding: Finding, rule: Rule): boolean {
  // What is no product to the reader is none that is trusted.
  if (finding.product === null) return false
  if (finding.productArn !== null && isAwsProduct(finding.productArn)) return true
  return (rule.trust ?? []).includes(finding.product)
}

/** Products of AWS have no account in their ARN; nobody but AWS can send findings under one. */
const isAwsProduct = remember((arn) =>
  /^arn:aws(-[a-z]+)*:securityhub:[a-z0-9-]*::product(v2)?\/aws\/[A-Za-z0-9_-]+$/.test(arn),
)
