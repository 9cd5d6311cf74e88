/** What findings differ in, and the clause that tells the different ones apart. */
import type { Facts } from './facts.js'
import type { Clause } from './rule.js'

export interface Feature {
  readonly field: string
  /** How likely it is that rules tell findings apart by this, against the others. */
  readonly weight: number
  /** True where one clause can take several classes: `one-of`. */
  readonly many: boolean
  /** The class of a finding, `null` where the field is absent. */
  classOf(facts: Facts): string | null
  /** The clause that exactly the findings of these classes fit; one class unless `many`. */
  clause(classes: readonly string[]): Clause
}

const weights: Readonly<Record<string, number>> = {
  control: 3,
  account: 2,
  'resource.type': 2,
  region: 2,
  'resource.tags.Application': 0.4,
}

export const features: readonly Feature[] = [
  equal('control'),
  equal('generator'),
  equal('account'),
  equal('region'),
  equal('severity'),
  equal('resource.type'),
  equal('resource.tags.Environment'),
  equal('resource.tags.Team'),
  equal('resource.tags.CostCenter'),
  equal('resource.tags.Application'),
  single('control', 'prefix', (control) => upTo(control, '.')),
  single('region', 'prefix', (region) => upTo(region, '-')),
  single('title', 'prefix', (title) => `${title.split(' ').slice(0, 3).join(' ')} `),
  single('title', 'suffix', (title) => ` ${title.split(' ').slice(-2).join(' ')}`),
  single('resource.tags.Environment', 'equals-ignore-case', (environment) => environment.toLowerCase()),
  single('resource.tags.Application', 'prefix', (application) => upTo(application, '-')),
  single('resource.tags.Team', 'prefix', (team) => team.slice(0, 4)),
  single('resource.id', 'prefix', (id) => `${id.split(':').slice(0, 3).join(':')}:`),
  single('resource.id', 'suffix', (id) => id.slice(-3)),
  single('resource.id', 'wildcard', (id) => nameWildcard(id)),
  single('resource.id', 'wildcard', (id) => serviceWildcard(id)),
  {
    field: 'criticality',
    weight: 1,
    many: false,
    classOf: ({ criticality }) => (typeof criticality === 'number' ? String(Math.floor(criticality / 10) * 10) : null),
    clause: ([from]) => ({ field: 'criticality', operator: 'numeric', value: [Number(from), Number(from) + 10] }),
  },
]

/** The value, or any of several. */
export function equalTo(field: string, values: readonly string[]): Clause {
  const [value = '', ...others] = values
  return others.length === 0 ? { field, operator: 'equals', value } : { field, operator: 'one-of', value: values }
}

function equal(field: string): Feature {
  return {
    field,
    weight: weights[field] ?? 1,
    many: true,
    classOf: (facts) => textIn(facts, field),
    clause: (values) => equalTo(field, values),
  }
}

function single(
  field: string,
  operator: 'prefix' | 'suffix' | 'wildcard' | 'equals-ignore-case',
  part: (text: string) => string,
): Feature {
  return {
    field,
    weight: 0.4,
    many: false,
    classOf(facts) {
      const text = textIn(facts, field)
      return text === null ? null : part(text)
    },
    clause: ([value = '']) => ({ field, operator, value }),
  }
}

function textIn(facts: Facts, field: string): string | null {
  const value = facts[field]
  return typeof value === 'string' ? value : null
}

function upTo(text: string, mark: string): string {
  return text.slice(0, text.indexOf(mark) + 1)
}

/** `arn:aws:s3:::data-lake-prod-archive-07` → `*:data-lake-prod-*`. */
function nameWildcard(id: string): string {
  const [name] = /[:/][a-z][a-z-]*-(?:prod|staging|test|dev|sandbox)-/.exec(id) ?? []
  return name === undefined ? '*:Account:*' : `*${name}*`
}

/** `arn:aws:s3:::data-lake-prod-archive-07` → `arn:aws:s3:*-prod-archive-*`. */
function serviceWildcard(id: string): string {
  const [part] = /-(?:prod|staging|test|dev|sandbox)-[a-z]+-/.exec(id) ?? []
  return part === undefined ? 'AWS::::Account:*' : `${id.split(':').slice(0, 3).join(':')}:*${part}*`
}
