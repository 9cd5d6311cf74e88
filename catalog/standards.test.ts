import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

const root = new URL('../', import.meta.url)

describe('the standards of the catalogue', () => {
  it('and the tables of the engine follow from controls.json', async () => {
    const run = promisify(execFile)(process.execPath, ['scripts/generate-standard-controls.mjs', '--check'], {
      cwd: root,
    })
    await expect(run).resolves.toMatchObject({ stderr: '' })
  })

  it.each([
    ['fsbp-1.0.0', 367],
    ['cis-1.2.0', 42],
    ['cis-1.4.0', 39],
    ['cis-3.0.0', 37],
    ['cis-5.0.0', 40],
  ])('%s has %d controls', async (name, count) => {
    const text = await readFile(new URL(`catalog/standards/${name}.yaml`, root), 'utf8')
    const controls = [...text.matchAll(/controls: \[(.*)\]/g)].flatMap(([, names]) => (names ?? '').split(', '))
    expect(new Set(controls).size).toBe(count)
    const requirements = [...text.matchAll(/- \{ id: "([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(requirements).size).toBe(requirements.length)
  })
})
