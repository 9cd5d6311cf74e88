/**
 * The product that a finding comes from, told by its product ARN and by nothing else.
 *
 * Names, types and control ids can be written by anyone who may import findings for a product of their own. Only
 * the ARN of a service is reserved to it: `aws/<service>` with an empty account field.
 */
import type { Json } from '../contracts/json.js'
import { remember } from '../contracts/remember.js'
import { parseArn } from './arn.js'
import type { Parsed } from './reader.js'
import { text } from './values.js'

/** Security Hub itself, in both its products; no other product names security controls. */
export const securityHub = 'aws/securityhub'

export interface Product {
  /** `aws/guardduty`, `123456789012/default`. */
  readonly name: string
  readonly partition: string
  readonly region: string
}

/** Reads `product/` and `productv2/` ARNs alike. */
export function productIn(value: Json): Parsed<Product> {
  const given = text(value)
  return given === null || 'reason' in given ? given : productOf(given.value)
}

/** An account's findings name a handful of products. */
const productOf: (arn: string) => Parsed<Product> = remember((arn) => {
  const parsed = parseArn(arn)
  if (parsed.kind === 'other') return { reason: 'is not an ARN' }
  if (parsed.kind === 'malformed') return { reason: `is a malformed ARN: it ${parsed.reason}` }
  const { partition, service, region, account, resource } = parsed.arn
  const [, company = '', product = ''] = /^product(?:v2)?\/([\w.-]+)\/([\w.-]+)$/.exec(resource) ?? []
  if (service !== 'securityhub' || region === '' || company === '') return { reason: 'is not the ARN of a product' }
  if (account !== '' && company !== account)
    return { reason: `names \`${company}\` with the account of a custom product` }
  if (/^[0-9]{12}$/.test(company) && account === '') return { reason: 'is of a custom product but names no account' }
  return { value: { name: `${company}/${product}`, partition, region } }
})
