/**
 * Only accounts and Regions that the project lists may be changed; an empty list allows nothing.
 *
 * Updates of findings and messages run elsewhere, at Security Hub or at home: for them the finding's account is
 * what has to be in scope. Global services live in one Region; for them the finding's Region counts too.
 */
import type { Project } from '../contracts/documents/project.js'
import type { Guard } from '../contracts/guard.js'
import { outcome } from '../contracts/outcome.js'
import { parseArn } from '../contracts/parse-arn.js'
import type { Change } from '../contracts/plan.js'

const globalServices = new Set(['iam', 'cloudfront', 'route53', 'organizations', 'globalaccelerator', 'waf', 'shield'])

export const scopeGuard: Guard = (change, { project, action }) => {
  if (project === null) return outOfScope('no project says which accounts may be changed')
  const account = action.place === 'target' ? change.account : change.finding.account
  if (account === null || !accountsOf(project).has(account)) {
    return outOfScope(`account \`${account ?? 'unknown'}\` is not in the project's scope`)
  }
  if (action.place !== 'target' || regionsOf(change).some((region) => project.scope.regions.includes(region)))
    return null
  return outOfScope(`Region \`${change.region}\` is not in the project's scope`)
}

function accountsOf({ scope, groups }: Project): ReadonlySet<string> {
  const named = new Map(Object.entries(groups ?? {}))
  return new Set(
    scope.accounts.flatMap((entry) => (typeof entry === 'string' ? [entry] : (named.get(entry.group) ?? []))),
  )
}

function regionsOf({ region, target, finding }: Change): readonly string[] {
  const arn = parseArn(target)
  const global = arn !== null && arn.region === null && globalServices.has(arn.service)
  return global && finding.region !== null ? [region, finding.region] : [region]
}

const outOfScope = (message: string) => outcome('refused', 'OUT_OF_SCOPE', message)
