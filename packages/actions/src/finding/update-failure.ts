/**
 * What a rejected update call says of the findings in it.
 *
 * AWS's refusals (4xx) prove that nothing was written. A server error or no answer at all proves nothing.
 */
import { type Outcome, RedressError } from '@redress/engine'

const denials = ['AccessDeniedException', 'InvalidAccessException', 'AccessDenied']

export function failureOf(error: unknown): Outcome {
  if (error instanceof RedressError || !(error instanceof Error)) throw error
  const status = '$metadata' in error ? httpStatus(error.$metadata) : null
  const message = error.message.replace(/\s+/g, ' ').slice(0, 300)
  if (status === null || status >= 500) {
    return { kind: 'unknown', code: 'NO_ANSWER', message: `the update may or may not have been made: ${message}` }
  }
  return denials.includes(error.name)
    ? { kind: 'failed', code: 'ACCESS_DENIED', message: 'AWS denied `securityhub:BatchUpdateFindings`' }
    : { kind: 'failed', code: error.name, message: `Security Hub refused the update: ${message}` }
}

function httpStatus(metadata: unknown): number | null {
  if (typeof metadata !== 'object' || metadata === null || !('httpStatusCode' in metadata)) return null
  return typeof metadata.httpStatusCode === 'number' ? metadata.httpStatusCode : null
}
