import { describe, expect, it } from 'vitest'
import type { Change } from '../contracts/plan.js'
import { sampleChange, sampleFacts } from '../testing/sample-change.js'
import { partitionGuard } from './partition.js'

describe('partitionGuard', () => {
  it.each<[string, Partial<Change>, string | null]>([
    ['the partition and Region of the ARN', {}, null],
    ['an id that is no ARN', { target: 'sg-0123', partition: 'aws-cn' }, null],
    ['an ARN without a Region', { target: 'arn:aws:s3:::logs', region: 'us-east-1' }, null],
    ['another partition', { partition: 'aws-cn' }, 'PARTITION_MISMATCH'],
    ['another Region', { region: 'us-east-1' }, 'REGION_MISMATCH'],
  ])('%s', (_name, change, code) => {
    expect(partitionGuard(sampleChange(change), sampleFacts())?.code ?? null).toBe(code)
  })

  it('leaves findings and messages alone', () => {
    const home = sampleFacts({ action: { place: 'home', once: true, risk: 'safe', reversible: 'none' } })
    expect(partitionGuard(sampleChange({ partition: 'aws-cn' }), home)).toBeNull()
  })
})
