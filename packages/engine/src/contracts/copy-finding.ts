/** A finding as a plain object, with some members changed. */
import type { Finding, Resource } from './finding.js'

/** Every member of the finding as its own, so that the copy can be spread, compared and written as JSON. */
export function copyFinding(finding: Finding, changes: Partial<Finding> = {}): Finding {
  return {
    format: finding.format,
    arrival: finding.arrival,
    id: finding.id,
    hubId: finding.hubId,
    productArn: finding.productArn,
    product: finding.product,
    productName: finding.productName,
    company: finding.company,
    generator: finding.generator,
    title: finding.title,
    description: finding.description,
    types: finding.types,
    control: finding.control,
    standard: finding.standard,
    requirement: finding.requirement,
    account: finding.account,
    accountName: finding.accountName,
    region: finding.region,
    partition: finding.partition,
    severity: finding.severity,
    severityScore: finding.severityScore,
    criticality: finding.criticality,
    confidence: finding.confidence,
    workflow: finding.workflow,
    record: finding.record,
    compliance: finding.compliance,
    verification: finding.verification,
    firstObserved: finding.firstObserved,
    lastObserved: finding.lastObserved,
    created: finding.created,
    updated: finding.updated,
    note: finding.note,
    controlParameters: finding.controlParameters,
    resources: finding.resources.map((resource) => copyResource(resource)),
    unreadable: finding.unreadable,
    provenance: finding.provenance,
    raw: finding.raw,
    ...changes,
  }
}

/** The same for a resource. */
export function copyResource(resource: Resource, changes: Partial<Resource> = {}): Resource {
  return {
    id: resource.id,
    name: resource.name,
    type: resource.type,
    account: resource.account,
    region: resource.region,
    partition: resource.partition,
    tags: resource.tags,
    details: resource.details,
    unreadable: resource.unreadable,
    provenance: resource.provenance,
    ...changes,
  }
}
