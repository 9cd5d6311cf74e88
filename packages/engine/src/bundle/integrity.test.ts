import { describe, expect, it } from 'vitest'
import { buildBundle } from '../build-bundle.js'
import type { Bundle } from '../contracts/bundle.js'
import { sampleProject } from '../testing/sample-project.js'
import { integrityOf, isWhole } from './integrity.js'

const bundle: Bundle = await buildBundle(
  sampleProject({ rules: [{ id: 'a', match: { title: 'é \u2028 😀' }, steps: [{ use: 'finding.note' }] }] }),
)
const text = JSON.stringify(bundle)

describe('the hash of a bundle', () => {
  it('covers everything but itself', async () => {
    expect(bundle.integrity).toMatch(/^[0-9a-f]{64}$/)
    expect(await integrityOf({ ...bundle, integrity: '' })).toBe(bundle.integrity)
    expect(await integrityOf({ ...bundle, hash: '' })).not.toBe(bundle.integrity)
  })

  it.each([
    ['as it was built', bundle, null],
    ['as it was written', bundle, text],
    ['with a line end', bundle, `${text}\n`],
    ['indented', bundle, JSON.stringify(bundle, null, 2)],
    [
      'with the hash in another place',
      bundle,
      JSON.stringify(Object.fromEntries([['integrity', bundle.integrity], ...Object.entries(bundle)])),
    ],
  ])('holds %s', async (_, built, written) => {
    expect(await isWhole(built, written)).toBe(true)
  })

  it('does not hold for other keys, values or another order of rules', async () => {
    expect(await isWhole({ ...bundle, rules: [] }, null)).toBe(false)
    const changed = text.replace('"a"', '"b"')
    expect(await isWhole(JSON.parse(changed), changed)).toBe(false)
  })
})
