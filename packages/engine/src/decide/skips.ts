/**
 * What a rule leaves alone though its match holds: findings that someone has dealt with already, and findings that
 * are not AWS's own.
 *
 * A rule that mentions `workflow`, `record` or `compliance` has its own say about it. Still no resource is ever
 * changed for a finding that is suppressed or archived.
 */
import type { Rule } from '../contracts/documents/rules.js'
import type { Finding } from '../contracts/finding.js'
import type { Json } from '../contracts/json.js'
import type { LoadedRule } from '../contracts/loaded.js'

/** A clause that every rule has unless it mentions the field: values of the field that it leaves alone. */
export const defaultClauses = [
  { field: 'workflow', leaves: ['SUPPRESSED', 'RESOLVED'] },
  { field: 'record', leaves: ['ARCHIVED'] },
  { field: 'compliance', leaves: ['PASSED'] },
] as const

/** The field for whose value the rule leaves the finding alone, or `null`. */
export function leftAloneFor(finding: Finding, { match }: Pick<LoadedRule, 'match'>): string | null {
  const clause = defaultClauses.find(({ field, leaves }) => !match.fields.has(field) && isOneOf(finding[field], leaves))
  return clause?.field ?? null
}

/** The field for whose value no resource may be changed, whatever the rule says, or `null`. */
export function noChangesFor(finding: Finding): string | null {
  if (finding.workflow === 'SUPPRESSED') return 'workflow'
  return finding.record === 'ARCHIVED' ? 'record' : null
}

/** True for steps that change something besides the finding and besides telling someone. */
export function changesResources(use: string): boolean {
  return !use.startsWith('notify.') && !use.startsWith('finding.')
}

/** True if the rule may change resources because of this finding: AWS's own product, or one that the rule trusts. */
export function isTrusted(finding: Finding, rule: Rule): boolean {
  if (finding.productArn !== null && awsProduct.test(finding.productArn)) return true
  return finding.product !== null && (rule.trust ?? []).includes(finding.product)
}

/** Products of AWS have no account in their ARN; nobody but AWS can send findings under one. */
const awsProduct = /^arn:aws(-[a-z]+)*:securityhub:[a-z0-9-]*::product(v2)?\/aws\/[A-Za-z0-9_-]+$/

function isOneOf(value: Json, values: readonly string[]): boolean {
  return typeof value === 'string' && values.includes(value)
}
