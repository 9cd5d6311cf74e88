import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { canonicalControl, isKnownControl, knownControls } from './controls.js'

const catalog: readonly { readonly id: string }[] = JSON.parse(
  readFileSync(new URL('../../../../catalog/controls.json', import.meta.url), 'utf8'),
)

describe('known controls', () => {
  it('are those of the catalogue, each once', () => {
    expect([...knownControls].sort()).toEqual(catalog.map(({ id }) => id).sort())
    expect(new Set(knownControls.map((id) => id.toLowerCase())).size).toBe(knownControls.length)
  })

  it.each([
    ['s3.8', 'S3.8'],
    ['iam.9', 'IAM.9'],
    ['AutoScaling.5', 'Autoscaling.5'],
    ['Autoscaling.1', 'AutoScaling.1'],
    ['OpenSearch.10', 'Opensearch.10'],
    ['ELBv2.1', 'ELB.1'],
  ])('spell %s as %s', (spelling, id) => {
    expect(canonicalControl(spelling)).toBe(id)
    expect(isKnownControl(spelling)).toBe(false)
    expect(isKnownControl(id)).toBe(true)
  })

  it.each(['S3.9999', '', 'constructor', '__proto__', 'S3.8\n'])('do not hold %j', (id) => {
    expect(canonicalControl(id)).toBeNull()
    expect(isKnownControl(id)).toBe(false)
  })
})
