import type { FindingRef } from '@redress/engine'
import { describe, expect, it } from 'vitest'
import { identityOf, keyOf, keysOf } from './identity.js'

const ref = (part: Partial<FindingRef>): FindingRef => ({
  id: 'finding-1',
  format: 'asff',
  productArn: 'arn:aws:securityhub:eu-west-1::product/aws/securityhub',
  hubId: null,
  account: '123456789012',
  region: 'eu-west-1',
  title: null,
  severity: null,
  firstObserved: null,
  ...part,
})
const productArn = 'arn:aws:securityhub:eu-west-1::product/aws/securityhub'

describe('identityOf', () => {
  it.each([
    ['an ASFF finding by id and product', ref({}), { kind: 'asff', id: 'finding-1', productArn }],
    ['no ASFF finding without a product', ref({ productArn: null }), null],
    ['no ASFF finding without an id', ref({ id: '' }), null],
    [
      'an OCSF finding by its own id in Security Hub',
      ref({ format: 'ocsf', hubId: 'u-1' }),
      { kind: 'metadata', uid: 'u-1' },
    ],
    [
      'an OCSF finding without one by account, finding and product',
      ref({ format: 'ocsf' }),
      { kind: 'triple', account: '123456789012', id: 'finding-1', product: productArn },
    ],
    ['no OCSF finding that lacks both', ref({ format: 'ocsf', account: null }), null],
  ])('names %s', (_name, finding, expected) => {
    expect(identityOf(finding)).toEqual(expected)
  })
})

describe('keysOf', () => {
  it('finds the keys that the identities of the same finding have', () => {
    const asff = identityOf(ref({}))
    const ocsf = identityOf(ref({ format: 'ocsf', hubId: 'u-1' }))
    const triple = identityOf(ref({ format: 'ocsf' }))
    if (asff === null || ocsf === null || triple === null) throw new Error('no identity')
    expect(keysOf({ Id: 'finding-1', ProductArn: productArn })).toEqual([keyOf(asff)])
    const document = {
      metadata: { uid: 'u-1', product: { uid: productArn } },
      finding_info: { uid: 'finding-1' },
      cloud: { account: { uid: '123456789012' } },
    }
    expect(keysOf(document)).toEqual([keyOf(ocsf), keyOf(triple)])
  })
  it('finds none in a document that is no finding', () => {
    expect(keysOf({ Id: 3 })).toEqual([])
  })
})
