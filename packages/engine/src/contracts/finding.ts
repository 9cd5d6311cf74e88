/**
 * The one view of a finding that rules, exceptions and actions see, whatever format it came in.
 *
 * A member that the finding does not carry is `null`. A member that is there but cannot be read (a tag map
 * that is a number, a date that is none) is `null` too and named in `unreadable`: that is not absence, and a
 * clause about it is indeterminate. `provenance` gives the path in the raw body that each value came from.
 *
 * Findings read their members when they are asked for, by accessors on a prototype: copy one with `copyFinding`, not by
 * spreading it.
 */
import type { JsonObject } from './json.js'

export const severities = ['INFORMATIONAL', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL'] as const
/** Label of a severity, as Security Hub writes it. */
export type Severity = (typeof severities)[number]

export const workflows = ['NEW', 'NOTIFIED', 'RESOLVED', 'SUPPRESSED'] as const
/** Workflow status, as Security Hub writes it. */
export type Workflow = (typeof workflows)[number]

/** One resource of a finding. `id` is an ARN for most AWS types, but may be any string. */
export interface Resource {
  readonly id: string
  /** The identifier an API wants: the last part of an ARN, a bucket or user name, an account id. */
  readonly name: string | null
  /** In CloudFormation form (`AWS::EC2::SecurityGroup`) where the type is known, else as the finding spells it. */
  readonly type: string | null
  /** From the ARN or the declared owner; `null` where neither says (S3 ARNs carry no account). */
  readonly account: string | null
  readonly region: string | null
  readonly partition: string | null
  readonly tags: { readonly [key: string]: string } | null
  /** One tag, where reading them all takes longer: `null` if there is none, `undefined` if it takes all to tell. */
  tag?(key: string): string | null | undefined
  readonly details: JsonObject | null
  /** Field name (`tags`, `tags.<key>`, `region`, …) → why it cannot be read. */
  readonly unreadable: { readonly [field: string]: string }
  /** The same for one field, where working them all out takes longer. */
  unreadableReason?(field: string): string | undefined
  /** Field name → path in the raw body, such as `Resources[0].Tags`. */
  readonly provenance: { readonly [field: string]: string }
}

/** How the finding arrived; a person's custom action counts as an explicit request. */
export type Arrival = 'file' | 'imported' | 'custom-action'

/** One normalised finding. Timestamps are ISO 8601 in UTC with milliseconds. */
export interface Finding {
  readonly format: 'asff' | 'ocsf'
  readonly arrival: Arrival
  readonly id: string
  /** OCSF `metadata.uid`, which addresses a finding in Security Hub V2. */
  readonly hubId: string | null
  readonly productArn: string | null
  /** Short name taken from the product ARN: `aws/securityhub`, `aws/guardduty`, `123456789012/default`. */
  readonly product: string | null
  readonly productName: string | null
  readonly company: string | null
  readonly generator: string | null
  readonly title: string | null
  readonly description: string | null
  readonly types: readonly string[] | null
  /** Security control id as Security Hub prints it (`EC2.2`), however the finding spelt it. */
  readonly control: string | null
  /** Standards as `aws-foundational-security-best-practices/v/1.0.0`. */
  readonly standard: readonly string[] | null
  readonly requirement: readonly string[] | null
  readonly account: string | null
  readonly accountName: string | null
  readonly region: string | null
  readonly partition: string | null
  readonly severity: Severity | null
  readonly severityScore: number | null
  readonly criticality: number | null
  readonly confidence: number | null
  readonly workflow: Workflow | null
  readonly record: 'ACTIVE' | 'ARCHIVED' | null
  readonly compliance: 'PASSED' | 'WARNING' | 'FAILED' | 'NOT_AVAILABLE' | null
  readonly verification: string | null
  readonly firstObserved: string | null
  readonly lastObserved: string | null
  readonly created: string | null
  readonly updated: string | null
  readonly note: { readonly text: string; readonly updatedBy: string | null } | null
  /** Security Hub control parameters of the finding: name → values. */
  readonly controlParameters: { readonly [name: string]: readonly string[] }
  readonly resources: readonly Resource[]
  readonly unreadable: { readonly [field: string]: string }
  /** The same for one field, where working them all out takes longer. */
  unreadableReason?(field: string): string | undefined
  readonly provenance: { readonly [field: string]: string }
  readonly raw: JsonObject
  /** Set for a finding that was skimmed: parses its text whole, which may show that it is none. */
  readonly whole?: (() => FindingItem) | undefined
}

/** What Security Hub needs to address a finding again, in either API, and what a report shows of it. */
export interface FindingRef {
  readonly id: string
  readonly format: 'asff' | 'ocsf'
  readonly productArn: string | null
  readonly hubId: string | null
  readonly account: string | null
  readonly region: string | null
  readonly title: string | null
  readonly severity: Severity | null
  readonly firstObserved: string | null
}

/** A finding that could not be normalised: where it stood and why. */
export interface RefusedFinding {
  /** File name, `-` for standard input, or what the caller gave. */
  readonly source: string
  /** Place inside the source: `line 3`, `[12]`, `detail.findings[0]`. */
  readonly position: string
  readonly code: string
  readonly message: string
}

/** What reading a source of findings yields, one by one and in order. */
export type FindingItem =
  | { readonly kind: 'finding'; readonly finding: Finding; readonly source: string; readonly position: string }
  | { readonly kind: 'refused'; readonly refused: RefusedFinding }
