import { describe, expect, it } from 'vitest'
import { buildBundle } from '../build-bundle.js'
import type { Bundle } from '../contracts/bundle.js'
import { isJsonObject, type Json, sha256 } from '../contracts/json.js'
import { sampleException, samplePlaybook, sampleProject } from '../testing/sample-project.js'
import { openBundle } from './open-bundle.js'

const bundle: Bundle = await buildBundle(
  sampleProject({
    rules: [{ id: 'a', match: { title: { prefix: 'a' } }, steps: [{ use: 'finding.note', with: { text: 'x' } }] }],
    exceptions: [sampleException()],
    playbooks: [samplePlaybook()],
  }),
)
const text = JSON.stringify(bundle)
const buildAgain = 'build it again with `redress build`'

/** Every value below `value` changed, one at a time: another text, one more item, one member less. */
function* damages(value: Json): Generator<Json> {
  if (Array.isArray(value)) {
    const list: readonly Json[] = value
    yield [...list, null]
    for (const [index, item] of list.entries()) {
      yield list.toSpliced(index, 1)
      for (const damaged of damages(item)) yield list.with(index, damaged)
    }
  } else if (isJsonObject(value)) {
    yield { ...value, more: 1 }
    for (const [key, member] of Object.entries(value)) {
      const { [key]: _, ...rest } = value
      yield rest
      for (const damaged of damages(member)) yield { ...value, [key]: damaged }
    }
  } else yield typeof value === 'number' ? value + 1 : `${value}x`
}

describe('openBundle', () => {
  it.each([
    ['an object', bundle],
    ['text', text],
    ['text that begins with a byte order mark', `\uFEFF${text}`],
    ['indented text', JSON.stringify(bundle, null, 2)],
  ])('takes %s', async (_, given) => {
    expect(await openBundle(given)).toEqual(bundle)
  })

  it.each([
    [null, 'this is no bundle'],
    [[], 'this is no bundle'],
    [7, 'this is no bundle'],
    ['[]', 'this is no bundle'],
    [{ kind: 'Plan' }, 'this is no bundle, but of the kind `Plan`'],
    ['', 'this is no bundle: it is not JSON, or was cut off'],
    ['apiVersion: redress/v1', 'this is no bundle: it is not JSON, or was cut off'],
    [text.slice(0, -1), 'this is no bundle: it is not JSON, or was cut off'],
  ])('refuses what is no bundle: %j', async (given, message) => {
    await expect(openBundle(given)).rejects.toMatchObject({
      code: 'bundle.not-a-bundle',
      message,
      hint: 'give what `redress build` wrote',
    })
  })

  it.each([
    [{ apiVersion: 'redress/v2' }, 'the bundle has the apiVersion `redress/v2`, and this engine reads `redress/v1`'],
    [{ apiVersion: undefined }, 'the bundle has the apiVersion none, and this engine reads `redress/v1`'],
    [{ engineVersion: '0.0.9' }, /^the bundle was built by version `0\.0\.9` of the engine, and this is `\d/],
    [{ engineVersion: 1 }, /^the bundle was built by version none of the engine, and this is `\d/],
  ])('refuses another version, whole or not: %j', async (changes, message) => {
    await expect(openBundle({ ...bundle, ...changes })).rejects.toMatchObject({
      code: 'bundle.version',
      message: expect.stringMatching(message),
      hint: expect.stringContaining(buildAgain),
    })
  })

  it('refuses a bundle with any one member changed, added or left out', async () => {
    const value: Json = JSON.parse(text)
    const aCode = expect.stringMatching(/^bundle\./)
    let count = 0
    for (const damaged of damages(value)) {
      count += 1
      await expect(openBundle(damaged)).rejects.toMatchObject({ code: aCode })
      await expect(openBundle(JSON.stringify(damaged))).rejects.toMatchObject({ code: aCode })
    }
    expect(count).toBeGreaterThan(100)
  })

  it('says that a changed one is to be built again', async () => {
    await expect(openBundle({ ...bundle, hash: 'other' })).rejects.toMatchObject({
      code: 'bundle.damaged',
      message: 'the bundle is not as it was built',
      hint: buildAgain,
    })
  })

  it('refuses one without its lists, even if its hash holds', async () => {
    const { rules: _rules, integrity: _integrity, ...rest } = bundle
    const integrity = await sha256(JSON.stringify(rest))
    await expect(openBundle({ ...rest, integrity })).rejects.toMatchObject({ code: 'bundle.damaged' })
  })
})
