/**
 * The words of both formats for severity, workflow, record state and compliance.
 *
 * An OCSF id and its word may disagree; the id counts. A value that stands for nothing here is unreadable and
 * not a default: unknown is not resolved, and OCSF's "Other" is no severity.
 */
import { type Finding, type Severity, severities, type Workflow, workflows } from '../contracts/finding.js'
import type { Json } from '../contracts/json.js'
import type { Parsed, Parser } from './reader.js'
import { text } from './values.js'

/** The score that Security Hub gives a label when only the label is known. */
export const labelScores = { INFORMATIONAL: 0, LOW: 1, MEDIUM: 40, HIGH: 70, CRITICAL: 90 } as const satisfies Record<
  Severity,
  number
>

/** The label of a score from 0 to 100, by the ranges of ASFF. */
export function labelOf(score: number): Severity {
  if (score < 1) return 'INFORMATIONAL'
  if (score < 40) return 'LOW'
  if (score < 70) return 'MEDIUM'
  return score < 90 ? 'HIGH' : 'CRITICAL'
}

export const severityLabel = oneOf(severities)
export const workflowStatus = oneOf(workflows)
export const recordState = oneOf(['ACTIVE', 'ARCHIVED'] as const)
export const complianceStatus = oneOf(['PASSED', 'WARNING', 'FAILED', 'NOT_AVAILABLE'] as const)
export const verificationState = oneOf(['UNKNOWN', 'TRUE_POSITIVE', 'FALSE_POSITIVE', 'BENIGN_POSITIVE'] as const)

/** `severity_id`; Fatal is CRITICAL, Unknown and Other stand for no label. */
export const severityId = byKey<Severity>({
  '1': 'INFORMATIONAL',
  '2': 'LOW',
  '3': 'MEDIUM',
  '4': 'HIGH',
  '5': 'CRITICAL',
  '6': 'CRITICAL',
})

export const severityWord = byKey<Severity>({
  informational: 'INFORMATIONAL',
  low: 'LOW',
  medium: 'MEDIUM',
  high: 'HIGH',
  critical: 'CRITICAL',
  fatal: 'CRITICAL',
})

/** What an OCSF status says: a workflow, or that the finding is archived. */
export type OcsfStatus = Workflow | 'ARCHIVED'

export const statusId = byKey<OcsfStatus>({
  '0': 'NEW',
  '1': 'NEW',
  '2': 'NOTIFIED',
  '3': 'SUPPRESSED',
  '4': 'RESOLVED',
  '5': 'ARCHIVED',
})

export const statusWord = byKey<OcsfStatus>({
  unknown: 'NEW',
  new: 'NEW',
  'in progress': 'NOTIFIED',
  notified: 'NOTIFIED',
  suppressed: 'SUPPRESSED',
  resolved: 'RESOLVED',
  archived: 'ARCHIVED',
})

type Compliance = NonNullable<Finding['compliance']>

export const complianceId = byKey<Compliance>({
  '0': 'NOT_AVAILABLE',
  '1': 'PASSED',
  '2': 'WARNING',
  '3': 'FAILED',
  '99': 'NOT_AVAILABLE',
})

/** V2 writes `Fail`, Security Lake `FAILED`, others `fail`. */
export const complianceWord = byKey<Compliance>({
  pass: 'PASSED',
  passed: 'PASSED',
  warning: 'WARNING',
  fail: 'FAILED',
  failed: 'FAILED',
  unknown: 'NOT_AVAILABLE',
  other: 'NOT_AVAILABLE',
  not_available: 'NOT_AVAILABLE',
})

function oneOf<const Word extends string>(words: readonly Word[]): Parser<Word> {
  const known = new Map<string, { readonly value: Word }>(words.map((word) => [word, { value: word }]))
  return (value) => {
    const exact = typeof value === 'string' ? known.get(value) : undefined
    if (exact !== undefined) return exact
    const parsed = text(value)
    if (parsed === null || 'reason' in parsed) return parsed
    return known.get(parsed.value.trim()) ?? unknownWord(parsed.value)
  }
}

function byKey<Word>(table: { readonly [key: string]: Word }): Parser<Word> {
  const words = new Map(Object.entries(table))
  return (value: Json): Parsed<Word> => {
    if (typeof value !== 'string' && typeof value !== 'number') return { reason: 'is neither a string nor a number' }
    const key = String(value).trim().toLowerCase()
    if (key === '') return null
    const word = words.get(key)
    return word === undefined ? unknownWord(String(value)) : { value: word }
  }
}

function unknownWord(value: string): { readonly reason: string } {
  return { reason: `has an unknown value: \`${value.slice(0, 40).replaceAll(/[\p{Cc}`]/gu, ' ')}\`` }
}
