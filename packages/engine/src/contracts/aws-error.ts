/**
 * Reads errors of the AWS SDK by their shape, without importing it.
 *
 * `name` is AWS's error code. An error without `$metadata` never came back from AWS: it is the network's or our own.
 */
import type { Action } from './action.js'
import { own } from './json.js'
import { outcome } from './outcome.js'
import type { Outcome } from './plan.js'
import { RedressError } from './problem.js'

export interface AwsErrorInfo {
  readonly code: string
  /** HTTP status; `null` when no answer came. */
  readonly status: number | null
  readonly message: string
}

const denials = new Set([
  'AccessDenied',
  'AccessDeniedException',
  'AuthorizationError',
  'AuthorizationErrorException',
  'NotAuthorized',
  'NotAuthorizedException',
  'UnauthorizedAccess',
  'UnauthorizedAccessException',
  'UnauthorizedException',
  'UnauthorizedOperation',
])

/** Code, status and text of anything thrown. */
export function awsErrorInfo(error: unknown): AwsErrorInfo {
  const status = own(own(error, '$metadata'), 'httpStatusCode')
  return {
    code: error instanceof Error ? error.name : 'Error',
    status: typeof status === 'number' ? status : null,
    message: error instanceof Error ? error.message : String(error),
  }
}

export function isAccessDenied(info: AwsErrorInfo): boolean {
  return denials.has(info.code)
}

/** Which permission was missing: the one that AWS names, else all that the call may need. */
export function missingPermission(info: AwsErrorInfo, permissions: readonly string[]): string {
  const named = /not authorized to perform:? ([a-z0-9-]+:[A-Za-z0-9]+)/.exec(info.message)?.[1]
  if (named !== undefined) return `AWS denied \`${named}\``
  return `AWS denied access; this needs ${permissions.map((name) => `\`${name}\``).join(', ') || 'more permissions'}`
}

/** What a failed read, or a session that was not had, says of a change: nothing was written in any case. */
export function readRefusal(error: unknown, action: Action): Outcome {
  if (error instanceof RedressError && error.code === 'aws.identity') {
    return outcome('refused', 'IDENTITY', error.message)
  }
  const info = awsErrorInfo(error)
  if (isAccessDenied(info)) {
    return outcome('refused', 'ACCESS_DENIED', missingPermission(info, action.permissions.read))
  }
  const code = info.status === null ? '' : ` (${info.code})`
  return outcome('refused', 'UNREADABLE', `the state cannot be read: ${info.message}${code}`)
}
