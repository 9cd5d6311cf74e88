/**
 * Which playbook a step means: the one of the finding's control, or the one that it names.
 *
 * A retired playbook is only used by its name.
 */
import type { Finding } from '../contracts/finding.js'
import { type Json, own } from '../contracts/json.js'
import type { LoadedPlaybook, LoadedProject } from '../contracts/loaded.js'
import type { Subject } from '../contracts/match.js'
import { whyUnreadable } from '../contracts/unreadable.js'
import type { Prepared } from './prepared.js'

/** The playbook of this control; one that has the control's own id comes before others that name it too. */
export function playbookOfControl(loaded: LoadedProject, control: string): LoadedPlaybook | null {
  const same = loaded.playbooks.get(control)
  if (same !== undefined && isFor(same, control)) return same
  for (const playbook of loaded.playbooks.values()) if (isFor(playbook, control)) return playbook
  return null
}

/** The playbooks that `use: playbook` comes to; for a finding without a control those whose match holds. */
export function playbooksFor(
  finding: Finding,
  subject: Subject,
  { loaded, playbookOf }: Prepared,
): readonly LoadedPlaybook[] {
  if (finding.control !== null) {
    const playbook = playbookOf(finding.control)
    return playbook === null ? [] : [playbook]
  }
  // A control that cannot be read is not none: nobody knows which playbook would be meant.
  if (whyUnreadable(finding, 'control') !== null) return []
  return [...loaded.playbooks.values()].filter(
    ({ playbook, match }) =>
      playbook.status !== 'retired' && !match.fields.has('control') && match.judge(subject) === 'yes',
  )
}

function isFor({ playbook }: LoadedPlaybook, control: string): boolean {
  if (playbook.status === 'retired') return false
  const wanted: Json | undefined = own(playbook.match, 'control')
  return wanted === control || (Array.isArray(wanted) && wanted.includes(control))
}
