import { asff, asffRef, hubWith, ocsf, ocsfRef } from '../testing/finding-samples.js'
import { keepsTheLaws } from '../testing/laws.js'
import { setSeverity } from './set-severity.js'

keepsTheLaws(
  setSeverity,
  { label: 'LOW', note: 'accepted in sandboxes' },
  {
    finding: asffRef(1),
    open: {
      'a finding with another label': () => hubWith([asff(1)]),
      'a finding with a score alone': () => hubWith([asff(1, { Severity: { Normalized: 90 } })]),
    },
    closed: {
      'a finding with this label': () => hubWith([asff(1, { Severity: { Label: 'LOW', Normalized: 1 } })]),
      'a finding whose score means this label': () => hubWith([asff(1, { Severity: { Normalized: 39 } })]),
    },
  },
)

keepsTheLaws(
  setSeverity,
  { label: 'LOW' },
  {
    finding: ocsfRef(1),
    open: { 'an OCSF finding': () => hubWith([ocsf(1)]) },
    closed: { 'an OCSF finding of this severity': () => hubWith([ocsf(1, { severity_id: 2 })]) },
  },
)
