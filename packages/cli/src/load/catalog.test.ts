import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readCatalog } from './catalog.js'

const built = existsSync(new URL('../../../../catalog/dist/catalog.json', import.meta.url))

describe('readCatalog', () => {
  it.runIf(built)('reads the catalogue that is installed beside it', async () => {
    const { version, documents } = await readCatalog()
    expect(version).toMatch(/^\d+\.\d+\.\d+$/)
    expect(documents.length).toBeGreaterThan(0)
  })

  it.runIf(!built)('says how to build it', async () => {
    await expect(readCatalog()).rejects.toMatchObject({
      code: 'usage.input',
      hint: 'in a checkout, build it with `pnpm build`',
    })
  })
})
