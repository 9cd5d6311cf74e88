/**
 * A resource is changed only in the account of the finding, and only if its ARN names no other.
 *
 * Any member account can send findings that name resources of another; the account never comes from the ARN.
 */
import type { Guard } from '../contracts/guard.js'
import { outcome } from '../contracts/outcome.js'
import { parseArn } from '../contracts/parse-arn.js'

export const accountGuard: Guard = (change, { action, project }) => {
  if (action.place === 'home') return null
  if (action.place === 'hub') {
    const hub = project?.hub?.account ?? change.finding.account
    if (change.account === hub) return null
    return mismatch(`finding updates go to \`${hub ?? 'unknown'}\`, the change is for \`${change.account}\``)
  }
  if (!/^[0-9]{12}$/.test(change.account)) return mismatch(`\`${change.account}\` is no account id`)
  if (change.account !== change.finding.account) {
    return mismatch(`the change is for account \`${change.account}\`, the finding is of \`${change.finding.account}\``)
  }
  const named = parseArn(change.target)?.account ?? null
  if (named === null || named === 'aws' || named === change.account) return null
  return mismatch(`the resource is in account \`${named}\`, the finding is of \`${change.account}\``)
}

const mismatch = (message: string) => outcome('refused', 'ACCOUNT_MISMATCH', message)
