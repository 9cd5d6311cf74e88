/** One raw finding in the common view, or the reason why it cannot be used. Never throws, whatever it is given. */
import type { Arrival, Finding } from '../contracts/finding.js'
import { isJsonObject, own } from '../contracts/json.js'
import { maxResources, type Refusal, refuseBySize } from './limits.js'
import { readOcsf } from './ocsf.js'
import { viewAsff } from './view-asff.js'

export type Normalised =
  | { readonly kind: 'finding'; readonly finding: Finding }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** The format a value is in by its members; `null` when it is no finding of either. */
export function formatOf(value: unknown): Finding['format'] | null {
  if (!isJsonObject(value)) return null
  const has = (member: string) => Object.hasOwn(value, member)
  if (has('class_uid') || has('finding_info')) return 'ocsf'
  if (has('SchemaVersion') || has('ProductArn') || has('GeneratorId') || has('AwsAccountId')) return 'asff'
  return has('Id') && has('Resources') ? 'asff' : null
}

/** `small` says that the value is known to be within the limits of size. */
export function normalise(raw: unknown, arrival: Arrival, small = false): Normalised {
  const format = formatOf(raw)
  if (!isJsonObject(raw) || format === null)
    return refused('finding.not-a-finding', 'the value is neither ASFF nor OCSF')
  const tooLarge = small ? null : refuseBySize(raw)
  if (tooLarge !== null) return { kind: 'refused', refusal: tooLarge }
  const resources = own(raw, format === 'asff' ? 'Resources' : 'resources')
  if (Array.isArray(resources) && resources.length > maxResources) {
    const message = `the finding has ${resources.length} resources; ${maxResources} are allowed`
    return refused('finding.too-large', message)
  }
  const result = format === 'asff' ? viewAsff(raw, arrival) : readOcsf(raw, arrival)
  return 'code' in result ? { kind: 'refused', refusal: result } : { kind: 'finding', finding: result }
}

function refused(code: Refusal['code'], message: string): Normalised {
  return { kind: 'refused', refusal: { code, message } }
}
