/**
 * Stands for a finding of which only some members are known: all others are there and cannot be read, which is not absence.
 */
import type { Finding, Resource } from '../contracts/finding.js'

/** `reason` says why, for every member that is not known. */
export function unreadableFinding(known: Pick<Finding, 'id'> & Partial<Finding>, reason: string): Finding {
  return {
    ...nothing,
    format: 'asff',
    arrival: 'file',
    controlParameters: {},
    resources: [],
    provenance: {},
    raw: {},
    ...known,
    unreadable: reasonsFor(nothing, known, reason),
  }
}

/** The same for a resource. */
export function unreadableResource(known: Pick<Resource, 'id'> & Partial<Resource>, reason: string): Resource {
  return { ...nothingOfResource, provenance: {}, ...known, unreadable: reasonsFor(nothingOfResource, known, reason) }
}

function reasonsFor(members: object, known: object, reason: string): { readonly [field: string]: string } {
  const unread = Object.keys(members).filter((field) => !Object.hasOwn(known, field))
  return Object.fromEntries(unread.map((field) => [field, reason]))
}

const nothing = {
  hubId: null,
  productArn: null,
  product: null,
  productName: null,
  company: null,
  generator: null,
  title: null,
  description: null,
  types: null,
  control: null,
  standard: null,
  requirement: null,
  account: null,
  accountName: null,
  region: null,
  partition: null,
  severity: null,
  severityScore: null,
  criticality: null,
  confidence: null,
  workflow: null,
  record: null,
  compliance: null,
  verification: null,
  firstObserved: null,
  lastObserved: null,
  created: null,
  updated: null,
  note: null,
} as const

const nothingOfResource = {
  name: null,
  type: null,
  account: null,
  region: null,
  partition: null,
  tags: null,
  details: null,
} as const
