/**
 * Writes out the `${…}` in the parameters of a step, once: what comes out is never looked at again.
 *
 * A name whose value is absent or unreadable makes the whole value unknown, so that no step runs with half an
 * identifier. A value that is one `${…}` and nothing else keeps its type.
 */
import type { Playbook } from '../contracts/documents/playbook.js'
import { type Found, isList, Unreadable } from '../contracts/fields.js'
import { isJsonObject, type Json, type JsonObject, own } from '../contracts/json.js'
import type { Subject } from '../contracts/match.js'
import { parseTemplate, type TemplateFilter, type TemplatePart } from '../contracts/template.js'
import { parseViewName } from '../contracts/view.js'

/** What the names of a template stand for. */
export interface TemplateScope {
  readonly subject: Subject
  readonly parameters: JsonObject
  /** The playbook at hand; in a rule's own steps that of the finding's control, if there is one. */
  readonly playbook: Playbook | null
  readonly rule: string
}

export type Rendered =
  | { readonly kind: 'ok'; readonly value: Json }
  /** `path` is the first name without a value. */
  | { readonly kind: 'unknown'; readonly path: string }

export function renderTemplates(value: Json, scope: TemplateScope): Rendered {
  const missing: string[] = []
  const rendered = render(value, scope, (path) => {
    missing.push(path)
    return null
  })
  const [path] = missing
  return path === undefined ? { kind: 'ok', value: rendered } : { kind: 'unknown', path }
}

/** For a person's eyes only: a name without a value stays as `<name>`. */
export function renderForPerson(text: string, scope: TemplateScope): string {
  const rendered = render(text, scope, (path) => `<${path}>`)
  return typeof rendered === 'string' ? rendered : JSON.stringify(rendered)
}

/** The steps of a guide for a person, one a line and numbered. */
export function renderGuide(playbook: Playbook, scope: TemplateScope): readonly string[] {
  // Without the playbook in scope a guide cannot name itself.
  return playbook.guide.map((line) => renderForPerson(line, { ...scope, playbook: { ...playbook, guide: [] } }))
}

type OnAbsent = (path: string) => Json

function render(value: Json, scope: TemplateScope, onAbsent: OnAbsent): Json {
  if (typeof value === 'string') return renderText(value, scope, onAbsent)
  if (Array.isArray(value)) return value.map((item: Json) => render(item, scope, onAbsent))
  if (!isJsonObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, render(item, scope, onAbsent)]))
}

function renderText(text: string, scope: TemplateScope, onAbsent: OnAbsent): Json {
  const parts = parseTemplate(text)
  const [only] = parts
  if (parts.length === 1 && only?.kind === 'value') return valueOfPart(only, scope, onAbsent)
  return parts
    .map((part) => {
      if (part.kind === 'text') return part.text
      const value = valueOfPart(part, scope, onAbsent)
      // A list has no one form as text; without a filter it stays unknown.
      return typeof value === 'object' && value !== null ? String(onAbsent(nameOf(part))) : String(value)
    })
    .join('')
}

function nameOf(part: Exclude<TemplatePart, { readonly kind: 'text' }>): string {
  return part.kind === 'value' ? part.path : part.source
}

function valueOfPart(
  part: Exclude<TemplatePart, { readonly kind: 'text' }>,
  scope: TemplateScope,
  onAbsent: OnAbsent,
): Json {
  const found = part.kind === 'value' ? lookUp(part.path, scope) : null
  if (found === null || part.kind !== 'value') return onAbsent(nameOf(part))
  const value = part.filter === null ? found : filtered(found, part.filter)
  return value === null ? onAbsent(nameOf(part)) : value
}

function filtered(value: Json, filter: TemplateFilter): Json {
  const values: readonly Json[] = Array.isArray(value) ? value : [value]
  switch (filter) {
    case 'upper':
      return mapTexts(value, (text) => text.toUpperCase())
    case 'lower':
      return mapTexts(value, (text) => text.toLowerCase())
    case 'first':
      return values[0] ?? null
    case 'join':
      return values.map((each) => (typeof each === 'string' ? each : JSON.stringify(each))).join(', ')
    case 'json':
      return JSON.stringify(value)
    default:
      return filter satisfies never
  }
}

function mapTexts(value: Json, change: (text: string) => string): Json {
  if (typeof value === 'string') return change(value)
  return Array.isArray(value) ? value.map((item: Json) => mapTexts(item, change)) : value
}

/** The value of a name, or `null` where there is none. */
function lookUp(path: string, scope: TemplateScope): Json {
  const field = parseViewName(path)
  if (field !== null) return valuesIn(field.find(scope.subject), field.info.list && field.info.kind !== 'raw')
  if (path.startsWith('parameters.')) return own(scope.parameters, path.slice('parameters.'.length)) ?? null
  if (path === 'rule.id') return scope.rule
  const { playbook } = scope
  if (playbook === null) return null
  if (path === 'playbook.id') return playbook.id
  if (path === 'playbook.title') return playbook.title
  if (path === 'playbook.breaks') return playbook.impact.breaks
  if (path !== 'playbook.guide' || playbook.guide.length === 0) return null
  return renderGuide(playbook, scope)
    .map((line, index) => `${index + 1}. ${line}`)
    .join('\n')
}

function valuesIn(found: Found, list: boolean): Json {
  if (found === null || found instanceof Unreadable) return null
  if (!isList(found)) return list ? [found] : found
  const [first, ...others] = found
  return list || others.length > 0 || first === undefined ? found : first
}
