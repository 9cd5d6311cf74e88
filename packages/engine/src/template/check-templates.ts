/**
 * Checks every `${…}` in a value when a document is loaded, so that none fails to be written out for a misspelt name.
 *
 * A field that holds several values needs a filter inside a longer text: joined by accident it would make an
 * identifier of nothing.
 */
import { isJsonObject, type Json } from '../contracts/json.js'
import type { PointerProblem } from '../contracts/match.js'
import { didYouMean } from '../contracts/nearest.js'
import { joinPointer } from '../contracts/pointer.js'
import {
  knowsName,
  namesInTemplates,
  parseTemplate,
  type TemplatePart,
  templateFilters,
} from '../contracts/template.js'

export interface TemplateNames {
  /** Names of the playbook's parameters. */
  readonly parameters: readonly string[]
  /** True inside a playbook, where `parameters.` is known. */
  readonly playbook: boolean
}

/** `pointer` is the place of the value in its document. */
export function checkTemplates(value: Json, pointer: string, scope: TemplateNames): readonly PointerProblem[] {
  if (typeof value === 'string') return checkText(value, pointer, scope)
  if (Array.isArray(value)) {
    return value.flatMap((item: Json, index) => checkTemplates(item, joinPointer(pointer, index), scope))
  }
  if (!isJsonObject(value)) return []
  return Object.entries(value).flatMap(([key, item]) => checkTemplates(item, joinPointer(pointer, key), scope))
}

function checkText(text: string, pointer: string, scope: TemplateNames): readonly PointerProblem[] {
  const parts = parseTemplate(text)
  return parts.flatMap((part) => {
    const problem = checkPart(part, parts.length === 1, scope)
    return problem === null ? [] : [{ pointer, at: 'value', code: 'rules.template', ...problem } as const]
  })
}

function checkPart(
  part: TemplatePart,
  alone: boolean,
  scope: TemplateNames,
): { readonly message: string; readonly hint: string | null } | null {
  if (part.kind === 'text') return null
  if (part.kind === 'malformed') {
    const hint = `write \`\${path}\` or \`\${path | filter}\` with one of ${Object.keys(templateFilters).join(', ')}`
    return { message: `\`${part.source}\` is malformed: ${part.reason}`, hint }
  }
  const { path } = part
  if (path.startsWith('parameters.') && !scope.playbook) {
    const hint = 'parameters belong to playbooks; write the value itself'
    return { message: `\`${path}\` is known inside a playbook only`, hint }
  }
  const parameters = scope.playbook ? scope.parameters : []
  const known = knowsName(path, parameters)
  if (known === null) {
    const hint =
      knowsName(`finding.${path}`, []) === null
        ? didYouMean(path, namesInTemplates(parameters))
        : `did you mean \`finding.${path}\`?`
    return { message: `unknown name \`${path}\``, hint }
  }
  if (!known.several || alone || part.filter === 'first' || part.filter === 'join' || part.filter === 'json')
    return null
  const hint = `write \`\${${path} | join}\` or \`\${${path} | first}\``
  return { message: `\`${path}\` holds several values, which stand in a longer text`, hint }
}
