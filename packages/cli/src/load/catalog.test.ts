import { writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openShell, type Shell } from '../testing/run-command.js'
import { readCatalog } from './catalog.js'

describe('readCatalog', () => {
  let shell: Shell
  beforeEach(() => {
    shell = openShell()
  })
  afterEach(() => shell.remove())

  it('reads the catalogue that is installed beside it', async () => {
    const { version, documents } = await readCatalog()
    expect(version).toMatch(/^\d+\.\d+\.\d+$/)
    expect(documents.length).toBeGreaterThan(0)
  })

  it('says how to build one that is not there', async () => {
    const path = shell.path('catalog.json')
    await expect(readCatalog(path)).rejects.toMatchObject({
      code: 'usage.input',
      message: `the catalogue \`${path}\` cannot be read`,
      hint: 'in a checkout, build it with `pnpm build`',
    })
  })

  it('refuses a file that is no catalogue', async () => {
    const path = shell.path('catalog.json')
    writeFileSync(path, '{"version": "1.0.0"}')
    await expect(readCatalog(path)).rejects.toMatchObject({ message: `\`${path}\` is not a catalogue` })
  })
})
