import { asff, asffRef, hubWith, ocsf, ocsfRef } from '../testing/finding-samples.js'
import { keepsTheLaws } from '../testing/laws.js'
import { suppress } from './suppress.js'

const params = { note: 'accepted until 2027-03-31, SEC-1234' }

keepsTheLaws(suppress, params, {
  finding: asffRef(1),
  open: {
    'a new finding': () => hubWith([asff(1)]),
    'a finding with a person’s note': () => hubWith([asff(1, { Note: { Text: 'mine', UpdatedBy: 'alice' } })]),
    'a finding whose note is full': () => hubWith([asff(1, { Note: { Text: 'x'.repeat(512), UpdatedBy: 'alice' } })]),
    'a finding among others': () => hubWith([asff(2), asff(1), ocsf(1)]),
  },
  closed: {
    'a finding suppressed by somebody else': () =>
      hubWith([asff(1, { Workflow: { Status: 'SUPPRESSED' }, Note: { Text: 'mine', UpdatedBy: 'alice' } })]),
  },
})

keepsTheLaws(suppress, params, {
  finding: ocsfRef(1),
  open: {
    'a new OCSF finding': () => hubWith([ocsf(1)]),
    'an OCSF finding with a comment': () => hubWith([ocsf(1, { comment: 'mine' })]),
  },
  closed: { 'a suppressed OCSF finding': () => hubWith([ocsf(1, { status_id: 3 })]) },
})

keepsTheLaws(suppress, params, {
  finding: ocsfRef(1, null),
  open: { 'an OCSF finding whose id in Security Hub is not known': () => hubWith([ocsf(2), ocsf(1)]) },
  closed: {},
})
