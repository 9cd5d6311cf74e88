/**
 * The rules of a first look: without a project, every playbook becomes a rule in plan mode.
 *
 * Nobody has decided anything yet, so none of these rules can ever change something.
 */
import type { LoadedPlaybook, LoadedRule } from '../contracts/loaded.js'

/** One rule for each playbook, `catalog-ec2.2` for `EC2.2`, with that playbook's own match. */
export function catalogRules(playbooks: Iterable<LoadedPlaybook>): readonly LoadedRule[] {
  return Array.from(playbooks, ({ playbook, origin, match, unless }) => ({
    rule: {
      id: `catalog-${playbook.id.toLowerCase()}`,
      title: playbook.title,
      match: playbook.match,
      ...(playbook.unless === undefined ? {} : { unless: playbook.unless }),
      mode: 'plan',
      steps: [{ use: `playbook/${playbook.id}` }],
    },
    origin,
    match,
    unless,
    when: null,
    mode: 'plan',
  }))
}
