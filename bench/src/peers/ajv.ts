/** Ajv: each rule is a JSON Schema, compiled to a function. Compiling is slow, so it stands out at thousands of rules. */
import { Ajv } from 'ajv'
import type { Engine } from '../engine.js'
import { at, inProcess } from '../engines/in-process.js'
import { pathOf } from '../workload/facts.js'
import { escapePattern, wildcardSource } from '../workload/judge.js'
import type { Clause, Rule } from '../workload/rule.js'

export const ajv: Engine = {
  name: 'ajv',
  input: 'values',
  mostRules: 1000,
  async load({ rules, findings }) {
    const validator = new Ajv({
      strict: false,
      validateFormats: false,
      addUsedSchema: false,
      meta: false,
      validateSchema: false,
    })
    const compiled = rules.map((rule) => ({ id: rule.id, holds: validator.compile(schemaOf(rule)) }))
    return inProcess(findings.length, (index) => {
      const finding = at(findings, index)
      const ids: string[] = []
      for (const { id, holds } of compiled) if (holds(finding) === true) ids.push(id)
      return ids
    })
  },
}

interface Schema {
  readonly [keyword: string]: unknown
}

function schemaOf({ clauses }: Rule): Schema {
  return { allOf: clauses.map((clause) => pathOf(clause.field).reduceRight<Schema>(inside, condition(clause))) }
}

function inside(schema: Schema, key: string): Schema {
  if (key === '0') return { type: 'array', minItems: 1, items: [schema] }
  return { type: 'object', required: [key], properties: { [key]: schema } }
}

function condition(clause: Clause): Schema {
  switch (clause.operator) {
    case 'equals':
      return { const: clause.value }
    case 'one-of':
      return { enum: clause.value }
    case 'anything-but':
      return { type: 'string', not: { enum: clause.value } }
    case 'prefix':
      return pattern(`^${escapePattern(clause.value)}`)
    case 'suffix':
      return pattern(`${escapePattern(clause.value)}$`)
    case 'wildcard':
      return pattern(wildcardSource(clause.value))
    case 'equals-ignore-case':
      return pattern(`^${[...clause.value].map((one) => eitherCase(one)).join('')}$`)
    case 'numeric':
      return { type: 'number', minimum: clause.value[0], exclusiveMaximum: clause.value[1] }
    default:
      return clause satisfies never
  }
}

const pattern = (source: string): Schema => ({ type: 'string', pattern: source })

function eitherCase(character: string): string {
  const [lower, upper] = [character.toLowerCase(), character.toUpperCase()]
  return lower === upper ? escapePattern(character) : `[${lower}${upper}]`
}
