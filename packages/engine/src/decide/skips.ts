/**
 * What a rule leaves alone though its match holds: findings that someone has dealt with already, and findings that
 * are not AWS's own.
 *
 * A rule that mentions `workflow`, `record` or `compliance` has its own say about it. Still no resource is ever
 * changed for a finding that is suppressed or archived.
 */
import type { Rule } from '../contracts/documents/rules.js'
import type { Finding } from '../contracts/finding.js'
import { own } from '../contracts/json.js'
import type { LoadedRule } from '../contracts/loaded.js'
import type { Truth } from '../contracts/match.js'
import { truthOf } from '../contracts/truth.js'

/** A clause that every rule has unless it mentions the field: values of the field that it leaves alone. */
export const defaultClauses = [
  { field: 'workflow', leaves: ['SUPPRESSED', 'RESOLVED'] },
  { field: 'record', leaves: ['ARCHIVED'] },
  { field: 'compliance', leaves: ['PASSED'] },
] as const

/** Whether the finding is none that a default clause leaves alone; in doubt about a value that cannot be read. */
export function judgeDefault(finding: Finding, { field, leaves }: (typeof defaultClauses)[number]): Truth {
  if (own(finding.unreadable, field) !== undefined) return 'unknown'
  return truthOf(!leaves.some((value) => value === finding[field]))
}

/** The field for whose value, known or not, the rule leaves the finding alone, or `null`. */
export function leftAloneFor(finding: Finding, { match }: Pick<LoadedRule, 'match'>): string | null {
  const applying = defaultClauses.filter(({ field }) => !match.fields.has(field))
  return applying.find((clause) => judgeDefault(finding, clause) !== 'yes')?.field ?? null
}

/** The field for whose value, known or not, no resource may be changed, whatever the rule says, or `null`. */
export function noChangesFor(finding: Finding): 'workflow' | 'record' | null {
  if (finding.workflow === 'SUPPRESSED' || own(finding.unreadable, 'workflow') !== undefined) return 'workflow'
  return finding.record === 'ARCHIVED' || own(finding.unreadable, 'record') !== undefined ? 'record' : null
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
