/**
 * What may stand after `use:` in a step.
 */
import { notifyChannel } from './notify-channel.js'
import { remember } from './remember.js'

export type StepUse =
  /** `playbook`: the playbook of the finding's control. */
  | { readonly kind: 'playbook-of-control' }
  /** `playbook/EC2.2@1`; the major version may be left out. */
  | { readonly kind: 'playbook'; readonly id: string; readonly major: number | null }
  | { readonly kind: 'channel' }
  | { readonly kind: 'action'; readonly name: string }

/** The parts of a `use`; `null` for a malformed reference to a playbook. */
export const parseUse: (use: string) => StepUse | null = remember((use) => {
  if (use === 'playbook') return { kind: 'playbook-of-control' }
  if (use === notifyChannel) return { kind: 'channel' }
  if (!use.startsWith('playbook/')) return { kind: 'action', name: use }
  const parts = /^playbook\/([A-Za-z0-9.-]+)(?:@([0-9]{1,6}))?$/.exec(use)
  return parts === null
    ? null
    : { kind: 'playbook', id: parts[1] ?? '', major: parts[2] === undefined ? null : Number(parts[2]) }
})

/** True for steps that only tell someone; every other step changes something. */
export function onlyNotifies(use: string): boolean {
  return use.startsWith('notify.')
}
