/**
 * Filters of GetFindings and GetFindingsV2, as far as the in-process Security Hub judges them: texts.
 *
 * Several values of one V1 filter are joined by OR where they are positive and by AND where they are negative.
 */
import type { OcsfFindingFilters } from '@aws-sdk/client-securityhub'
import { isJsonObject, type Json, type JsonObject } from '@redress/engine'
import { awsError } from './fake.js'

/** True for OCSF documents; everything else counts as ASFF. */
export function isOcsf(finding: JsonObject): boolean {
  return Object.hasOwn(finding, 'class_uid')
}

const paths: { readonly [filter: string]: string } = {
  ComplianceStatus: 'Compliance.Status',
  ComplianceSecurityControlId: 'Compliance.SecurityControlId',
  WorkflowStatus: 'Workflow.Status',
  SeverityLabel: 'Severity.Label',
  ResourceId: 'Resources.Id',
  ResourceType: 'Resources.Type',
  ResourceRegion: 'Resources.Region',
  Type: 'Types',
}

/** V1: filter name → texts with a comparison. */
export function matchesFilters(finding: JsonObject, filters: object): boolean {
  return Object.entries(filters).every(([name, wanted]) => {
    const found = textsAt(finding, (paths[name] ?? name).split('.'))
    const tests = (Array.isArray(wanted) ? wanted : []).map((one) => ({
      value: String(one.Value ?? ''),
      how: String(one.Comparison ?? 'EQUALS'),
    }))
    const yes = tests.filter(({ how }) => !how.includes('NOT'))
    const no = tests.filter(({ how }) => how.includes('NOT'))
    return (
      (yes.length === 0 || yes.some((test) => found.some((text) => holds(text, test)))) &&
      no.every((test) => found.every((text) => holds(text, test)))
    )
  })
}

/** V2: composite filters of string filters; filters of other kinds are an error here. */
export function matchesOcsfFilters(finding: JsonObject, filters: OcsfFindingFilters = {}): boolean {
  const verdicts = (filters.CompositeFilters ?? []).map(({ StringFilters = [], Operator, ...other }) => {
    const unknown = Object.keys(other)[0]
    if (unknown !== undefined) throw awsError('ValidationException', `${unknown} is not judged in process`)
    if (StringFilters.length > 20) throw awsError('ValidationException', 'More than 20 string filters')
    const tests = StringFilters.map(({ FieldName = '', Filter }) =>
      textsAt(finding, FieldName.split('.')).some((text) =>
        holds(text, { value: Filter?.Value ?? '', how: Filter?.Comparison ?? 'EQUALS' }),
      ),
    )
    return Operator === 'OR' ? tests.some(Boolean) : tests.every(Boolean)
  })
  return filters.CompositeOperator === 'OR' ? verdicts.some(Boolean) : verdicts.every(Boolean)
}

function holds(text: string, { value, how }: { readonly value: string; readonly how: string }): boolean {
  switch (how) {
    case 'EQUALS':
      return text === value
    case 'NOT_EQUALS':
      return text !== value
    case 'PREFIX':
      return text.startsWith(value)
    case 'PREFIX_NOT_EQUALS':
      return !text.startsWith(value)
    case 'CONTAINS':
      return text.includes(value)
    case 'NOT_CONTAINS':
      return !text.includes(value)
    default:
      throw awsError('InvalidInputException', `Comparison ${how} is not known`)
  }
}

function textsAt(value: Json | undefined, path: readonly string[]): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item: Json) => textsAt(item, path))
  const [step, ...rest] = path
  if (step === undefined) return value === undefined || value === null ? [] : [String(value)]
  return isJsonObject(value) ? textsAt(value[step], rest) : []
}
