/**
 * `@redress/engine/bundled` stays light: deciding from a bundle reads no YAML and compiles no schema, so neither the
 * parser nor the libraries of schemas may come with it.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type BuildOptions, build } from 'esbuild'
import { afterAll, expect, it } from 'vitest'
import * as ec2 from '../packages/actions/src/ec2/index.js'
import { buildBundle, loadProject } from '../packages/engine/src/index.js'

const root = resolve(import.meta.dirname, '..')
const heavy = ['yaml', '@sinclair/typebox', 'ajv', 'json-logic-js']
const folder = mkdtempSync(join(tmpdir(), 'redress-light-'))
const options = {
  entryPoints: [join(root, 'packages/engine/src/bundled.ts')],
  bundle: true,
  metafile: true,
  platform: 'node',
  format: 'esm',
  logLevel: 'silent',
} as const satisfies BuildOptions

afterAll(() => rmSync(folder, { recursive: true }))

it('imports nothing but patterns before it is used', async () => {
  const { metafile } = await build({ ...options, packages: 'external', write: false, absWorkingDir: root })
  const reached = new Set<string>()
  const packages = new Set<string>()
  function follow(path: string): void {
    if (reached.has(path)) return
    reached.add(path)
    for (const { path: next, kind, external } of metafile.inputs[path]?.imports ?? []) {
      if (kind === 'dynamic-import') continue
      if (external === true) packages.add(next)
      else follow(next)
    }
  }
  follow('packages/engine/src/bundled.ts')
  expect(reached.size).toBeGreaterThan(50)
  expect([...packages]).toEqual(['re2js'])
  const all = Object.values(metafile.inputs).flatMap(({ imports }) => imports.map(({ path }) => path))
  expect(all).toContain('@sinclair/typebox')
})

it('loads a bundle and decides where no other library is installed', async () => {
  const external = heavy.flatMap((name) => [name, `${name}/*`])
  // In one file the imports of what is loaded later would stand at its top.
  await build({ ...options, external, splitting: true, outdir: folder, outExtension: { '.js': '.mjs' } })
  const file = 'playbooks/ec2/EC2.2.yaml'
  const files = new Map([[file, readFileSync(join(root, 'catalog', file), 'utf8')]])
  const catalogue = await loadProject({ files, actions: Object.values(ec2) })
  writeFileSync(join(folder, 'bundle.json'), JSON.stringify(await buildBundle(catalogue)))
  const run = join(folder, 'run.mjs')
  writeFileSync(
    run,
    `import { readFileSync } from 'node:fs'
import { createEngine, loadBundle, readFindings } from './bundled.mjs'
const project = await loadBundle(readFileSync(process.argv[2], 'utf8'), { actions: [] })
const [item] = readFindings(readFileSync(process.argv[3], 'utf8'), 'finding')
const engine = createEngine({ project, actions: [] })
const missing = await engine.plan([item.finding]).then(() => 'none', (error) => error.message)
console.log(JSON.stringify({ held: engine.decide([item.finding])[0].held, missing }))
`,
  )
  const finding = join(root, 'catalog/fixtures/asff/ec2.2-failed.json')
  const printed = execFileSync(process.execPath, [run, join(folder, 'bundle.json'), finding], { encoding: 'utf8' })
  const { held, missing } = JSON.parse(printed)
  expect(held).toMatchObject([{ rule: 'catalog-ec2.2', code: 'unknown-action' }])
  // Not before a plan is made, whose parameters are held to their schemas.
  expect(missing).toMatch(/Cannot find package '@sinclair\/typebox'/)
})
