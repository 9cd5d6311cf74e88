/**
 * Tests run from source; `REDRESS_BUILT=1` runs the same tests against the built packages.
 *
 * From source, workspace packages resolve by the condition `redress-source`; built, a test's relative imports
 * are led from `src/` to `dist/`. Files share one module graph in a process, because most of a run went into loading
 * the same modules again: no test may leave state behind in a module, in `process` or in a global.
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
    include: [
      'packages/*/src/**/*.test.ts',
      'packages/*/model/**/*.test.ts',
      'catalog/**/*.test.ts',
      'scripts/**/*.test.ts',
      'examples/*/src/**/*.test.ts',
      'tests/**/*.test.ts',
      'bench/src/**/*.test.ts',
    ],
    isolate: false,
    // Properties take seconds on a busy machine; a hang is still found.
    testTimeout: 30_000,
    // A process for each core; the default leaves one core out.
    maxWorkers: '100%',
    // Only the type tests and what they import: the SDK's types take ten times as long.
    typecheck: { enabled: !built, include: ['packages/*/src/**/*.test-d.ts'], tsconfig: './tsconfig.test-d.json' },
    coverage: { provider: 'v8', include: ['packages/engine/src/**/*.ts'], exclude: ['**/*.test.ts', '**/*.test-d.ts'] },
  },
})
