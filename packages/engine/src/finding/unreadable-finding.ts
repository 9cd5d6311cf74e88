/**
 * Stands for a finding whose text turned out to be none after some of it was read: nothing in it can be read any more.
 */
import type { Finding, Resource } from '../contracts/finding.js'

/** `reason` says why, for every member but the id; as many resources as were seen. */
export function unreadableFinding(id: string, resources: number, reason: string): Finding {
  return {
    ...nothing,
    format: 'asff',
    arrival: 'file',
    id,
    controlParameters: {},
    resources: Array.from({ length: resources }, () => unreadableResource(reason)),
    unreadable: Object.fromEntries(Object.keys(nothing).map((field) => [field, reason])),
    provenance: {},
    raw: {},
  }
}

function unreadableResource(reason: string): Resource {
  return {
    ...nothingOfResource,
    id: '',
    unreadable: Object.fromEntries(Object.keys(nothingOfResource).map((field) => [field, reason])),
    provenance: {},
  }
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
