/**
 * One line for each change of a run, so that no two of them read the same.
 *
 * What a change does, `publish a message on topic secops`, is often done for many targets; where the summary does not
 * name the target, the control and the target's name are added, and the Region where that is what differs.
 */
import type { Change } from '@redress/engine'
import { clean } from './clean.js'

/** Titles in the order of the changes. */
export function changeTitles(changes: readonly Change[]): readonly string[] {
  const named = changes.map((change) => withTarget(change, changes))
  const counts = new Map<string, number>()
  const keyOf = (index: number) => `${changes[index]?.account} ${named[index]}`
  for (const index of named.keys()) counts.set(keyOf(index), (counts.get(keyOf(index)) ?? 0) + 1)
  return changes.map(({ region }, index) => {
    const title = named[index] ?? ''
    return clean((counts.get(keyOf(index)) ?? 0) > 1 ? `${title} in ${region}` : title)
  })
}

function withTarget(change: Change, changes: readonly Change[]): string {
  const { summary, use, finding } = change
  const target = aboutOf(change, changes)
  const name = target === finding.id ? null : targetName(target)
  if (name !== null && summary.includes(name)) return summary
  const tellsOfFinding = change.target === finding.id || use.startsWith('notify.')
  const parts = name !== null || tellsOfFinding ? [change.control, name].filter((part) => part !== null) : []
  const about = parts.length === 0 && tellsOfFinding ? shortened(finding.title ?? '') : parts.join(' ')
  return about === '' ? summary : `${summary} (${about})`
}

function shortened(title: string): string {
  return title.length <= 60 ? title : `${title.slice(0, 59)}…`
}

/** The resource that a change of a finding goes with: the one that the same finding has changed. */
function aboutOf({ target, finding }: Change, changes: readonly Change[]): string {
  if (target !== finding.id) return target
  return changes.find((other) => other.finding.id === finding.id && other.target !== finding.id)?.target ?? target
}

/** The last part of an ARN, or the whole bucket and key; `null` for accounts, which are named elsewhere. */
function targetName(target: string): string | null {
  if (target.startsWith('AWS::::Account')) return null
  const [scheme, , service, , , ...resource] = target.split(':')
  if (scheme !== 'arn') return target
  const path = resource.join(':')
  return service === 's3' ? path : (path.split(/[:/]/).at(-1) ?? path)
}
