/** Where each field of the neutral form stands in a finding, and what stands there. */
import type { RawFinding } from './findings.js'

/** Fields of one finding that are there. */
export type Facts = Readonly<Record<string, string | number>>

const paths: Readonly<Record<string, readonly string[]>> = {
  control: ['Compliance', 'SecurityControlId'],
  account: ['AwsAccountId'],
  region: ['Region'],
  severity: ['Severity', 'Label'],
  title: ['Title'],
  generator: ['GeneratorId'],
  compliance: ['Compliance', 'Status'],
  criticality: ['Criticality'],
  'resource.type': ['Resources', '0', 'Type'],
  'resource.id': ['Resources', '0', 'Id'],
}

/** Keys on the way to a field; `0` is the one resource. */
export function pathOf(field: string): readonly string[] {
  const path = paths[field]
  if (path !== undefined) return path
  if (!field.startsWith('resource.tags.')) throw new Error(`there is no path for the field ${field}`)
  return ['Resources', '0', 'Tags', field.slice('resource.tags.'.length)]
}

export const tagFields = [
  'resource.tags.Environment',
  'resource.tags.Team',
  'resource.tags.CostCenter',
  'resource.tags.Application',
  'resource.tags.ManagedBy',
  'resource.tags.DataClass',
] as const

const fields = [...Object.keys(paths), ...tagFields]

/** All fields of a finding that rules name. */
export function factsOf(finding: RawFinding): Facts {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = valueAt(finding, pathOf(field))
      return typeof value === 'string' || typeof value === 'number' ? [[field, value]] : []
    }),
  )
}

export function valueAt(finding: RawFinding, path: readonly string[]): unknown {
  let value: unknown = finding
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = Reflect.get(value, key)
  }
  return value
}
