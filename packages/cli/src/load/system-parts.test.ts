import { describe, expect, it } from 'vitest'
import { systemParts } from './system-parts.js'

describe('systemParts', () => {
  it('offers all built-in actions and never the same id twice', async () => {
    expect((await systemParts.loadActions()).map(({ name }) => name)).toContain('s3.block-public-access')
    expect(systemParts.ids.next()).not.toBe(systemParts.ids.next())
  })
})
