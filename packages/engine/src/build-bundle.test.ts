import { describe, expect, it } from 'vitest'
import { buildBundle } from './build-bundle.js'
import { engineVersion } from './contracts/engine-version.js'
import { loadProject } from './load-project.js'
import { fileActions as actions, fileCatalog as catalog, sampleFiles as files } from './testing/sample-files.js'

const loaded = await loadProject({ files, catalog, actions })

describe('buildBundle', () => {
  it('makes plain JSON of everything but the tests', async () => {
    const bundle = await buildBundle(loaded)
    expect(JSON.parse(JSON.stringify(bundle))).toEqual(bundle)
    expect(Object.keys(bundle)).toEqual([
      ...['apiVersion', 'kind', 'engineVersion', 'hash', 'project'],
      ...['rules', 'exceptions', 'playbooks', 'standards', 'integrity'],
    ])
    expect(bundle).toMatchObject({ apiVersion: 'redress/v1', kind: 'Bundle', engineVersion, hash: loaded.hash })
  })

  it('says of a rule where it stands, how far it may go, and what its operators became', async () => {
    const { rules } = await buildBundle(loaded)
    const [first, second] = rules ?? []
    expect(first).toMatchObject({
      rule: { id: 'default-groups', match: { account: { group: 'sandboxes' } } },
      origin: { file: 'rules/sandboxes.yaml', line: 5, column: 5 },
      mode: 'approve',
    })
    expect(Object.keys(first?.compiled?.match ?? {})).toEqual(['account', 'severity'])
    expect(first?.compiled?.unless).toEqual([{ 'resource.tags.managed-by': { is: 'exists', wanted: true } }])
    expect(second?.compiled).toBeUndefined()
  })

  it('is the same each time', async () => {
    expect(await buildBundle(loaded)).toEqual(await buildBundle(await loadProject({ files, catalog, actions })))
  })

  it('leaves the rules of a first look out, and only those', async () => {
    const look = await loadProject({ files: new Map(), catalog, actions })
    expect((await buildBundle(look)).rules).toBeNull()
    const observed = look.rules.map((rule) => ({ ...rule, mode: 'observe' as const }))
    expect((await buildBundle({ ...look, rules: observed })).rules).toHaveLength(2)
    expect((await buildBundle({ ...look, rules: [] })).rules).toEqual([])
  })
})
