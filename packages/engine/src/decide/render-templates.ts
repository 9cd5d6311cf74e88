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
import { remember } from '../contracts/remember.js'
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

/**
 * A value with names in it, made ready to be written out again and again. Plain data and little of it: a project has
 * thousands, and what takes time is fetching one from memory.
 */
export type Template =
  /** No name stands in it. */
  | { readonly kind: 'constant'; readonly value: Json }
  /** `value` has all members, those that are `open` as `null`. */
  | { readonly kind: 'object'; readonly value: JsonObject; readonly open: readonly Open[] }
  | { readonly kind: 'list'; readonly items: readonly Template[] }
  | { readonly kind: 'text'; readonly parts: readonly (string | Named)[] }
  | Named

interface Open {
  readonly key: string
  readonly template: Template
}

/** A name, and how its value is found; `null` where there is none. */
interface Named {
  readonly kind: 'named'
  readonly name: string
  readonly find: (scope: TemplateScope) => Json
}

export function compileTemplate(value: Json): Template {
  if (typeof value === 'string') return compileText(value)
  if (Array.isArray(value)) return compileList(value)
  return isJsonObject(value) ? compileObject(value) : { kind: 'constant', value }
}

export function renderTemplate(template: Template, scope: TemplateScope): Rendered {
  let missing: string | null = null
  const value = written(template, scope, (path) => {
    missing ??= path
    return null
  })
  return missing === null ? { kind: 'ok', value } : { kind: 'unknown', path: missing }
}

/** The steps of a guide for a person, one a line and numbered; a name without a value stays as `<name>`. */
export function renderGuide(playbook: Playbook, scope: TemplateScope): readonly string[] {
  const { subject, parameters, rule } = scope
  // Without the playbook in scope a guide cannot name itself.
  const inner = { subject, parameters, rule, playbook: { ...playbook, guide: [] } }
  return playbook.guide.map((line) => {
    const rendered = written(compileText(line), inner, (path) => `<${path}>`)
    return typeof rendered === 'string' ? rendered : JSON.stringify(rendered)
  })
}

function compileList(list: readonly Json[]): Template {
  const items = list.map(compileTemplate)
  return items.every(({ kind }) => kind === 'constant')
    ? { kind: 'constant', value: items.map(constantOf) }
    : { kind: 'list', items }
}

function compileObject(object: JsonObject): Template {
  const members = Object.entries(object).map(([key, member]): Open => ({ key, template: compileTemplate(member) }))
  const value: JsonObject = Object.fromEntries(members.map(({ key, template }) => [key, constantOf(template)]))
  const open = members.filter(({ template }) => template.kind !== 'constant')
  return open.length === 0 ? { kind: 'constant', value } : { kind: 'object', value, open }
}

function constantOf(template: Template): Json {
  return template.kind === 'constant' ? template.value : null
}

function compileText(text: string): Template {
  const parts = parseTemplate(text).map(compilePart)
  const [only] = parts
  if (only === undefined || parts.length > 1) return { kind: 'text', parts }
  return typeof only === 'string' ? { kind: 'constant', value: only } : only
}

function compilePart(part: TemplatePart): string | Named {
  if (part.kind === 'text') return part.text
  return part.kind === 'malformed' ? { kind: 'named', name: part.source, find: () => null } : namedBy(part)
}

/** One for each name and filter, however many templates have it. */
function namedBy({ path, filter }: Extract<TemplatePart, { readonly kind: 'value' }>): Named {
  return (filter === null ? plain : filteredBy[filter])(path)
}

const plain: (path: string) => Named = remember((path) => ({ kind: 'named', name: path, find: finderOf(path) }))

const filteredBy: { readonly [filter in TemplateFilter]: (path: string) => Named } = {
  upper: withFilter('upper'),
  lower: withFilter('lower'),
  first: withFilter('first'),
  join: withFilter('join'),
  json: withFilter('json'),
}

function withFilter(filter: TemplateFilter): (path: string) => Named {
  return remember((path) => {
    const find = finderOf(path)
    return {
      kind: 'named',
      name: path,
      find(scope) {
        const found = find(scope)
        return found === null ? null : filtered(found, filter)
      },
    }
  })
}

function written(template: Template, scope: TemplateScope, onAbsent: OnAbsent): Json {
  switch (template.kind) {
    case 'constant':
      return template.value
    case 'named':
      return template.find(scope) ?? onAbsent(template.name)
    case 'list':
      return template.items.map((item) => written(item, scope, onAbsent))
    case 'object': {
      const copy: { [key: string]: Json } = { ...template.value }
      for (const { key, template: each } of template.open) copy[key] = written(each, scope, onAbsent)
      return copy
    }
    case 'text': {
      let text = ''
      for (const part of template.parts) text += typeof part === 'string' ? part : textOf(part, scope, onAbsent)
      return text
    }
    default:
      return template satisfies never
  }
}

/** What to do about a name without a value. */
type OnAbsent = (path: string) => Json

function textOf({ name, find }: Named, scope: TemplateScope, onAbsent: OnAbsent): string {
  const value = find(scope)
  // A list has no one form as text; without a filter it stays unknown.
  return String(typeof value === 'object' ? onAbsent(name) : value)
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

/** Finds the value of a name; `null` where there is none. */
function finderOf(path: string): (scope: TemplateScope) => Json {
  const field = parseViewName(path)
  if (field !== null) {
    const asList = field.info.list && field.info.kind !== 'raw'
    return ({ subject }) => valuesIn(field.find(subject), asList)
  }
  if (path.startsWith('parameters.')) {
    const name = path.slice('parameters.'.length)
    return ({ parameters }) => own(parameters, name) ?? null
  }
  if (path === 'rule.id') return ({ rule }) => rule
  return (scope) => (scope.playbook === null ? null : ofPlaybook(path, scope.playbook, scope))
}

function ofPlaybook(path: string, playbook: Playbook, scope: TemplateScope): Json {
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
