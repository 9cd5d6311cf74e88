/**
 * How Security Hub is told which finding is meant.
 *
 * ASFF findings are addressed by `Id` and `ProductArn`. OCSF findings are addressed by `metadata.uid`, or, where that
 * is not known, by account, finding and product; one request may hold only one of the two sorts.
 */
import type { FindingRef, JsonObject } from '@redress/engine'
import { own } from '@redress/engine'

export type Identity =
  | { readonly kind: 'asff'; readonly id: string; readonly productArn: string }
  | { readonly kind: 'metadata'; readonly uid: string }
  | { readonly kind: 'triple'; readonly account: string; readonly id: string; readonly product: string }

/** `null` where a part is missing without which Security Hub takes no update. */
export function identityOf({ format, id, productArn, hubId, account }: FindingRef): Identity | null {
  if (format === 'asff') return productArn === null || id === '' ? null : { kind: 'asff', id, productArn }
  if (hubId !== null) return { kind: 'metadata', uid: hubId }
  if (productArn === null || account === null || id === '') return null
  return { kind: 'triple', account, id, product: productArn }
}

/** A text that two identities share only if they are the same. */
export function keyOf(identity: Identity): string {
  switch (identity.kind) {
    case 'asff':
      return JSON.stringify(['asff', identity.id, identity.productArn])
    case 'metadata':
      return JSON.stringify(['metadata', identity.uid])
    case 'triple':
      return JSON.stringify(['triple', identity.account, identity.id, identity.product])
    default:
      return identity satisfies never
  }
}

/** The account that a finding is of, as Security Hub gave it. */
export function ownerOf(finding: JsonObject): string | null {
  const account = own(finding, 'AwsAccountId') ?? own(own(own(finding, 'cloud'), 'account'), 'uid')
  return typeof account === 'string' ? account : null
}

/** All keys that a finding, as Security Hub gave it, answers to. */
export function keysOf(finding: JsonObject): readonly string[] {
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)
  const asff = { id: text(own(finding, 'Id')), productArn: text(own(finding, 'ProductArn')) }
  if (asff.id !== null && asff.productArn !== null) {
    return [keyOf({ kind: 'asff', id: asff.id, productArn: asff.productArn })]
  }
  const metadata = own(finding, 'metadata')
  const uid = text(own(metadata, 'uid'))
  const account = text(own(own(own(finding, 'cloud'), 'account'), 'uid'))
  const id = text(own(own(finding, 'finding_info'), 'uid'))
  const product = text(own(own(metadata, 'product'), 'uid'))
  const keys: string[] = []
  if (uid !== null) keys.push(keyOf({ kind: 'metadata', uid }))
  if (account !== null && id !== null && product !== null) keys.push(keyOf({ kind: 'triple', account, id, product }))
  return keys
}
