import { expect, it } from 'vitest'
import { decode } from './decode.js'

it('gives the text of UTF-8 without its mark, and nothing for anything else', () => {
  expect(decode(Buffer.from('\uFEFFgrün 🔒'))).toBe('grün 🔒')
  expect(decode(Buffer.from([0x67, 0xfc]))).toBeNull()
})
