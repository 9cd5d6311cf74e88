import { describe, expect, it } from 'vitest'
import { checks } from '../testing/checks.js'
import { asff, asffRef, hubWith } from '../testing/finding-samples.js'
import { keepsTheLaws } from '../testing/laws.js'
import { setWorkflow } from './set-workflow.js'

keepsTheLaws(
  setWorkflow,
  { workflow: 'NOTIFIED' },
  {
    finding: asffRef(1),
    open: {
      'a new finding': () => hubWith([asff(1)]),
      'a resolved finding': () => hubWith([asff(1, { Workflow: { Status: 'RESOLVED' } })]),
      'a finding without a workflow': () => hubWith([asff(1, { Workflow: {} })]),
    },
    closed: { 'a finding that is so already': () => hubWith([asff(1, { Workflow: { Status: 'NOTIFIED' } })]) },
  },
)

describe('parameters of finding.set-workflow', () => {
  it.each([
    [{ workflow: 'NEW' }, true],
    [{ workflow: 'SUPPRESSED', note: 'why' }, true],
    [{ workflow: 'DONE' }, false],
    [{ workflow: 'NEW', note: ' ' }, false],
    [{ workflow: 'NEW', note: 'x'.repeat(513) }, false],
    [{}, false],
  ])('%j is %s', (params, fine) => {
    expect(checks(setWorkflow.params, params)).toBe(fine)
  })
})
