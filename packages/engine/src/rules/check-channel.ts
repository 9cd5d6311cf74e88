/** Names of channels: they must be defined in the project. */
import type { PointerProblem } from '../contracts/match.js'
import { didYouMean } from '../contracts/nearest.js'
import type { CheckContext } from './check-context.js'
import { inWords } from './in-words.js'
import { isTemplate } from './is-template.js'

/** The problem of a channel by its name, unless the name is filled in later or the project could not be read. */
export function checkChannel(name: unknown, pointer: string, context: CheckContext): readonly PointerProblem[] {
  if (typeof name !== 'string' || isTemplate(name) || context.incomplete.has('Project')) return []
  const channels = Object.keys(context.project?.channels ?? {})
  if (channels.includes(name)) return []
  const hint = didYouMean(name, channels) ?? 'define it under `channels` in redress.yaml'
  return [{ pointer, at: 'value', code: 'rules.unknown-channel', message: `unknown channel ${inWords(name)}`, hint }]
}
