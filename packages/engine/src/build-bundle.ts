/**
 * From a loaded project to a bundle: what was checked and compiled, as data.
 *
 * Tests are left out. A bundle holds whatever the project holds, the URLs of webhooks too, which are secrets.
 */
import { integrityOf } from './bundle/integrity.js'
import { packMatches } from './bundle/pack-matches.js'
import type { Bundle, BundledRule } from './contracts/bundle.js'
import { engineVersion } from './contracts/engine-version.js'
import { sameJson } from './contracts/json.js'
import type { LoadedPlaybook, LoadedProject, LoadedRule } from './contracts/loaded.js'
import { catalogRules } from './rules/catalog-rules.js'

/** The project as plain JSON, which `loadBundle` reads without YAML and without schemas. */
export async function buildBundle(loaded: LoadedProject): Promise<Bundle> {
  const rules = loaded.rules.map(bundleRule)
  const bundle = {
    apiVersion: 'redress/v1',
    kind: 'Bundle',
    engineVersion,
    hash: loaded.hash,
    project: loaded.project,
    rules: isFirstLook(loaded, rules) ? null : rules,
    exceptions: loaded.exceptions.map(({ exception, origin, match, endsAt }) => ({
      exception,
      origin,
      endsAt,
      ...packMatches({ match: { written: exception.match, compiled: match } }),
    })),
    playbooks: [...loaded.playbooks.values()].map(bundlePlaybook),
    standards: loaded.standards,
  } as const
  return { ...bundle, integrity: await integrityOf(bundle) }
}

/** Then the rules follow from the playbooks. */
function isFirstLook({ project, playbooks }: LoadedProject, rules: readonly BundledRule[]): boolean {
  return project === null && sameJson(rules, catalogRules(playbooks.values()).map(bundleRule))
}

function bundleRule({ rule, origin, mode, match, unless }: LoadedRule): BundledRule {
  return { rule, origin, mode, ...packed(rule, { match, unless }) }
}

function bundlePlaybook({ playbook, origin, match, unless }: LoadedPlaybook) {
  return { playbook, origin, ...packed(playbook, { match, unless }) }
}

function packed(
  written: Pick<LoadedRule['rule'], 'match' | 'unless'>,
  { match, unless }: Pick<LoadedRule, 'match' | 'unless'>,
) {
  return packMatches({
    match: { written: written.match, compiled: match },
    unless: { written: written.unless ?? [], compiled: unless },
  })
}
