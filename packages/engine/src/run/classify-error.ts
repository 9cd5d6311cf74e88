/**
 * Says of an error of a write whether it proves that nothing was executed.
 *
 * An answer with a 4xx status does. A 5xx, a lost connection, a time-out or an answer that cannot be parsed does
 * not: AWS may have acted, and only reading the state again can tell.
 */
import type { Action } from '../contracts/action.js'
import { awsErrorInfo, isAccessDenied, missingPermission } from '../contracts/aws-error.js'
import { outcome } from '../contracts/outcome.js'
import type { Outcome } from '../contracts/plan.js'

export interface WriteError {
  /** True when the call that failed was proved not to be executed. */
  readonly definite: boolean
  /** What to report if nothing was changed. */
  readonly outcome: Outcome
}

/** Error codes of all services that mean "too many calls" and nothing else. */
const throttles = new Set([
  'BandwidthLimitExceeded',
  'EC2ThrottledException',
  'PriorRequestNotComplete',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'RequestThrottled',
  'RequestThrottledException',
  'SlowDown',
  'ThrottledException',
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
])

export function classifyError(error: unknown, action: Action): WriteError {
  const info = awsErrorInfo(error)
  const answered = info.status !== null
  if (answered && isAccessDenied(info)) {
    return definite('ACCESS_DENIED', missingPermission(info, action.permissions.write))
  }
  if (answered && (throttles.has(info.code) || info.status === 429)) {
    return definite('THROTTLED', `AWS took no more calls (${info.code}): ${info.message}`)
  }
  if (info.status !== null && info.status >= 400 && info.status < 500) {
    return definite(info.code, `AWS refused the call: ${info.message}`)
  }
  return {
    definite: false,
    outcome: outcome('failed', 'NOT_APPLIED', `the call failed and changed nothing: ${info.message} (${info.code})`),
  }
}

function definite(code: string, message: string): WriteError {
  return { definite: true, outcome: outcome('failed', code, message) }
}
