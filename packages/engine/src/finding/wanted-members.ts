/**
 * Which members of an ASFF finding are worth reading at once when its text is skimmed: those that every decision looks at,
 * and those that the given fields are read from.
 *
 * Only time depends on it: a member that was stepped over and is asked for all the same makes the whole text be parsed.
 */
import type { Wanted } from './skim-json.js'

/** Names that say that a text is no ASFF finding, but carries findings or is one in the other format. */
const others: Wanted = Object.fromEntries(
  [
    ...['detail', 'detail-type', 'Records', 'Messages', 'Findings', 'findings', 'body', 'Body'],
    ...['class_uid', 'finding_info'],
  ].map((name) => [name, 'stop']),
)

/** Every member that a finding is read from directly is here; one that is only noted is read from the whole text. */
const always: Wanted = {
  ...others,
  SchemaVersion: 'take',
  Id: 'take',
  ProductArn: 'take',
  ProductName: 'note',
  CompanyName: 'note',
  GeneratorId: 'take',
  Title: 'take',
  Description: 'note',
  Types: 'note',
  AwsAccountId: 'take',
  AwsAccountName: 'note',
  Region: 'take',
  FirstObservedAt: 'take',
  LastObservedAt: 'note',
  CreatedAt: 'note',
  UpdatedAt: 'take',
  Severity: { Label: 'take', Normalized: 'take' },
  Criticality: 'note',
  Confidence: 'note',
  Workflow: { Status: 'take' },
  RecordState: 'take',
  VerificationState: 'note',
  Note: 'note',
  Compliance: {
    Status: 'take',
    SecurityControlId: 'take',
    SecurityControlParameters: 'note',
    AssociatedStandards: 'note',
    RelatedRequirements: 'note',
  },
  ProductFields: { ResourceOwnerAccount: 'take' },
  FindingProviderFields: { Criticality: 'take', Confidence: 'take' },
  Resources: {
    Id: 'take',
    Type: 'take',
    Partition: 'take',
    Region: 'take',
    Owner: 'take',
    Tags: 'note',
    Details: 'note',
  },
}

/** By field of the finding or `resource.…`; fields that are not here are among those that are always read, or rare. */
const ofField: { readonly [field: string]: Wanted } = {
  company: { CompanyName: 'take' },
  description: { Description: 'take' },
  types: { Types: 'take' },
  accountName: { AwsAccountName: 'take' },
  criticality: { Criticality: 'take' },
  confidence: { Confidence: 'take' },
  verification: { VerificationState: 'take' },
  lastObserved: { LastObservedAt: 'take' },
  created: { CreatedAt: 'take' },
  standard: { Compliance: { AssociatedStandards: 'take' } },
  requirement: { Compliance: { RelatedRequirements: 'take' } },
  'resource.tags': { Resources: { Tags: 'take' } },
  'resource.details': { Resources: { Details: 'take' } },
}

/** What to read for rules about these fields. */
export function wantedMembers(fields: Iterable<string>): Wanted {
  let wanted = always
  for (const field of fields) {
    const name = field.replace(/^(resource\.(?:tags|details))\..*$/, '$1')
    const more = Object.hasOwn(ofField, name) ? ofField[name] : undefined
    if (more !== undefined) wanted = together(wanted, more)
  }
  return wanted
}

function together(a: Wanted, b: Wanted): Wanted {
  const names = new Set([...Object.keys(a), ...Object.keys(b)])
  return Object.fromEntries([...names].map((name) => [name, either(a[name], b[name])]))
}

function either(a: Want | undefined, b: Want | undefined): Want {
  if (a === undefined || b === undefined) return a ?? b ?? 'note'
  if (typeof a === 'object' && typeof b === 'object') return together(a, b)
  return b
}

type Want = Wanted[string]
