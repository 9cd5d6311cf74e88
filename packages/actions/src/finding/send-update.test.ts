import { describe, expect, it } from 'vitest'
import { asff, asffRef, hubWith, ocsf, ocsfRef, place } from '../testing/finding-samples.js'
import { identityOf, keyOf } from './identity.js'
import { sendUpdate } from './send-update.js'

describe('sendUpdate', () => {
  it.each([
    ['an ASFF finding', asffRef(1), { Workflow: { Status: 'NEW' } }],
    ['an OCSF finding by its id in Security Hub', ocsfRef(1), { StatusId: 1 }],
    ['an OCSF finding by account, finding and product', ocsfRef(1, null), { StatusId: 1 }],
  ])('reads the answer for %s back under its own key', async (_name, ref, body) => {
    const { aws } = hubWith([asff(1), ocsf(1)])
    const identity = identityOf(ref)
    if (identity === null) throw new Error('no identity')
    const answers = await sendUpdate([identity], body, await aws.writing(place, JSON.parse('{}')))
    expect([...answers]).toEqual([[keyOf(identity), 'done']])
  })
})
