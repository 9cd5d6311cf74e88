/** The rules as Redress reads them: YAML in files of less than 256 KiB. */
import { canonicalResourceType } from '@redress/engine'
import type { Clause, Rule, Step } from '../workload/rule.js'

/** Bytes of one file; the loader takes 256 KiB. */
const mostBytes = 240 * 1024

const head = 'apiVersion: redress/v1\nkind: Rules\nrules:\n'

/** Text by path, in the order of the rules. */
export function rulesYaml(rules: readonly Rule[]): ReadonlyMap<string, string> {
  return yamlFiles(
    rules.map(({ id, clauses, step }) => `{ id: ${id}, match: ${matchYaml(clauses)}, steps: [${stepText(step)}] }`),
  )
}

/** Files of these rules, each a flow mapping on one line. */
export function yamlFiles(rules: readonly string[]): ReadonlyMap<string, string> {
  const files: string[] = []
  let text = head
  for (const rule of rules) {
    const line = `  - ${rule}\n`
    if (text !== head && text.length + line.length > mostBytes) {
      files.push(text)
      text = head
    }
    text += line
  }
  return new Map([...files, text].map((file, index) => [`rules/${String(index).padStart(3, '0')}.yaml`, file]))
}

export function matchYaml(clauses: readonly Clause[]): string {
  return `{ ${clauses.map((clause) => `${quoteKey(clause.field)}: ${wantedYaml(clause)}`).join(', ')} }`
}

function stepText(step: Step): string {
  const given = step.use === 'finding.note' ? `text: ${quote(step.text)}` : `label: ${step.label}`
  return `{ use: ${step.use}, with: { ${given} } }`
}

function wantedYaml(clause: Clause): string {
  if (clause.operator === 'numeric') return `{ numeric: [">=", ${clause.value[0]}, "<", ${clause.value[1]}] }`
  if (clause.operator === 'anything-but') return `{ anything-but: ${list(clause.field, clause.value)} }`
  if (clause.operator === 'one-of') return list(clause.field, clause.value)
  const text = quote(spelling(clause.field, clause.value))
  return clause.operator === 'equals' ? text : `{ ${clause.operator}: ${text} }`
}

function list(field: string, values: readonly string[]): string {
  return `[${values.map((value) => quote(spelling(field, value))).join(', ')}]`
}

/** Redress knows types by the name that CloudFormation gives them. */
function spelling(field: string, value: string): string {
  return field === 'resource.type' ? canonicalResourceType(value) : value
}

function quoteKey(field: string): string {
  return /^[\w.]+$/.test(field) ? field : quote(field)
}

/** Plain where YAML reads it as the same text. */
function quote(value: string): string {
  return /^[A-Za-z][\w./-]{2,}$/.test(value) && !/^(true|false|null|yes|off)$/i.test(value)
    ? value
    : JSON.stringify(value)
}
