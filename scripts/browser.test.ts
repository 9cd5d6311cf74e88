/** The engine runs where there is no Node: it must bundle for a browser, with everything that it imports. */
import { resolve } from 'node:path'
import { build } from 'esbuild'
import { expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')

it('the engine bundles for a browser without any module of Node', async () => {
  const { errors, metafile } = await build({
    entryPoints: [resolve(root, 'packages/engine/src/index.ts')],
    bundle: true,
    write: false,
    metafile: true,
    platform: 'browser',
    format: 'esm',
    logLevel: 'silent',
  })
  expect(errors).toEqual([])
  const imported = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path))
  expect(imported).toEqual([])
})
