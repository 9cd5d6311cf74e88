/**
 * The grammar of ARNs, per partition.
 *
 * Strict on purpose: the account, Region and partition that a change is made in come from here. A Region of
 * another partition, a masked account or a line break makes the ARN malformed, which is not the same as a
 * resource id that is no ARN at all.
 */

import { isAccountId, isRegion } from '../contracts/aws-names.js'
import { remember } from '../contracts/remember.js'

export interface Arn {
  readonly partition: string
  readonly service: string
  /** Empty for global services. */
  readonly region: string
  /** Twelve digits; empty where the service leaves it out, or where AWS itself owns the resource. */
  readonly account: string
  readonly resource: string
}

export type ParsedArn =
  | { readonly kind: 'arn'; readonly arn: Arn }
  | { readonly kind: 'malformed'; readonly reason: string }
  | { readonly kind: 'other' }

/** Partition → the beginning of its Regions' names; `aws` has all the rest. */
const regionPrefixes: ReadonlyMap<string, string> = new Map([
  ['aws-cn', 'cn-'],
  ['aws-us-gov', 'us-gov-'],
  ['aws-iso', 'us-iso-'],
  ['aws-iso-b', 'us-isob-'],
  ['aws-iso-e', 'eu-isoe-'],
  ['aws-iso-f', 'us-isof-'],
  ['aws-eusc', 'eusc-'],
])

const maxLength = 2048

/** An ARN and its parts; `other` for text that does not begin as one. */
export function parseArn(text: string): ParsedArn {
  if (!text.startsWith('arn:')) return { kind: 'other' }
  if (text.length > maxLength) return malformed(`is longer than ${maxLength} characters`)
  const parts = form.exec(text)
  if (parts === null) return malformed('holds a control character')
  const [, partition = '', service = '', region = '', account = '', resource = ''] = parts
  if (partition !== 'aws' && !regionPrefixes.has(partition)) return malformed('names an unknown partition')
  if (!serviceName.test(service)) return malformed('names no service')
  if (region !== '' && !isRegion(region)) return malformed('names no Region')
  if (region !== '' && partitionOf(region) !== partition) return malformed('names a Region of another partition')
  if (account !== '' && account !== 'aws' && !isAccountId(account))
    return malformed('names no account of twelve digits')
  if (resource.trim() === '') return malformed('names no resource')
  return { kind: 'arn', arn: { partition, service, region, account: account === 'aws' ? '' : account, resource } }
}

/** The partition that a Region belongs to, by its name. */
export const partitionOf: (region: string) => string = remember((region) => {
  for (const [partition, prefix] of regionPrefixes) if (region.startsWith(prefix)) return partition
  return 'aws'
})

/**
 * Partition, service, Region, account, and all the rest as one; a text may end before any of them. Of texts that begin with
 * `arn:` it fits all but those with a control character.
 */
const form = /^arn:([^:\p{Cc}]*)(?::([^:\p{Cc}]*))?(?::([^:\p{Cc}]*))?(?::([^:\p{Cc}]*))?(?::([^\p{Cc}]*))?$/u
const serviceName = /^[a-z0-9][a-z0-9-]*$/

function malformed(reason: string): ParsedArn {
  return { kind: 'malformed', reason }
}
