/**
 * The language of `${…}` in values: how it is written, and which names and filters it has.
 *
 * `${path}` and `${path | filter}` are all there is: no logic, no nesting. `$${` is a literal `${`.
 */
import { remember } from './remember.js'
import { parseViewName, viewNames } from './view.js'

export const templateFilters = {
  upper: 'The text in upper case.',
  lower: 'The text in lower case.',
  first: 'The first of several values.',
  join: 'All values, with a comma and a space between them.',
  json: 'The value as JSON text.',
} as const

export type TemplateFilter = keyof typeof templateFilters

export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly path: string; readonly filter: TemplateFilter | null }
  /** Written wrongly; `source` is what stands there. */
  | { readonly kind: 'malformed'; readonly source: string; readonly reason: string }

/** Names that are not of the finding or the target; `parameters.<name>` is known to playbooks only. */
export const templateNames = ['playbook.id', 'playbook.title', 'playbook.guide', 'playbook.breaks', 'rule.id'] as const

/** The parts of a text, in order; a text without `${` is one part. */
export const parseTemplate: (text: string) => readonly TemplatePart[] = remember((text) => {
  const parts: TemplatePart[] = []
  let literal = ''
  let index = 0
  while (index < text.length) {
    if (text.startsWith('$${', index)) {
      literal += '${'
      index += 3
    } else if (text.startsWith('${', index)) {
      const end = text.indexOf('}', index)
      const source = text.slice(index, end === -1 ? undefined : end + 1)
      if (literal !== '') parts.push({ kind: 'text', text: literal })
      parts.push(end === -1 ? { kind: 'malformed', source, reason: 'it has no `}`' } : parsePlaceholder(source))
      literal = ''
      index += source.length
    } else {
      literal += text.charAt(index)
      index += 1
    }
  }
  if (literal !== '' || parts.length === 0) parts.push({ kind: 'text', text: literal })
  return parts
})

/** Every name that a value may refer to, for hints. */
export function namesInTemplates(parameters: readonly string[]): readonly string[] {
  return [...viewNames, ...templateNames, ...parameters.map((name) => `parameters.${name}`)]
}

/** True if the name exists; `several` if it may hold more than one value. */
export function knowsName(path: string, parameters: readonly string[]): { readonly several: boolean } | null {
  const field = parseViewName(path)
  if (field !== null) return { several: field.info.list && field.info.kind !== 'raw' }
  return namesInTemplates(parameters).includes(path) ? { several: false } : null
}

function parsePlaceholder(source: string): TemplatePart {
  const malformed = (reason: string): TemplatePart => ({ kind: 'malformed', source, reason })
  const [path = '', filter, ...others] = source
    .slice(2, -1)
    .split('|')
    .map((part) => part.trim())
  if (others.length > 0) return malformed('it has more than one filter')
  if (path === '') return malformed('it names nothing')
  if (path.includes('${')) return malformed('one stands in another')
  if (filter === undefined) return { kind: 'value', path, filter: null }
  return isFilter(filter) ? { kind: 'value', path, filter } : malformed(`\`${filter}\` is no filter`)
}

function isFilter(name: string): name is TemplateFilter {
  return Object.hasOwn(templateFilters, name)
}
