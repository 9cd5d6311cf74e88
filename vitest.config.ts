/**
 * Tests run from source; `REDRESS_BUILT=1` runs the same tests against the built packages.
 *
 * From source, workspace packages resolve by the condition `redress-source`; built, a test's relative imports
 * are led from `src/` to `dist/`.
 */
import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { defineConfig, type Plugin } from 'vitest/config'

const built = process.env['REDRESS_BUILT'] === '1'

const useBuiltPackages: Plugin = {
  name: 'use-built-packages',
  enforce: 'pre',
  resolveId(specifier, importer) {
    if (importer === undefined || !specifier.startsWith('.') || !importer.includes('/src/')) return null
    const target = resolve(dirname(importer), specifier).replace('/src/', '/dist/')
    return existsSync(target) ? target : null
  },
}

export default defineConfig({
  plugins: built ? [useBuiltPackages] : [],
  ssr: built ? {} : { resolve: { conditions: ['redress-source', 'node', 'import', 'default'] } },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'catalog/**/*.test.ts', 'scripts/**/*.test.ts', 'examples/*/src/**/*.test.ts', 'tests/**/*.test.ts'],
    typecheck: { enabled: !built, include: ['packages/*/src/**/*.test-d.ts'], tsconfig: './tsconfig.test.json' },
    coverage: { provider: 'v8', include: ['packages/engine/src/**/*.ts'], exclude: ['**/*.test.ts', '**/*.test-d.ts'] },
  },
})
