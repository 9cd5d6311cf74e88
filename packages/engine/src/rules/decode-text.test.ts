import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeText } from './decode-text.js'

const allowed = ['a', 'é', '漢', '😀', '\t', '\n', '\r\n', '"', '\u00a0', '\u{10ffff}'] as const
const refused = [
  ['\u0000', '0000'],
  ['\u0008', '0008'],
  ['\u000b', '000B'],
  ['\u001b', '001B'],
  ['\u007f', '007F'],
  ['\u0085', '0085'],
  ['\u009f', '009F'],
  ['\u00ad', '00AD'],
  ['\u061c', '061C'],
  ['\u200b', '200B'],
  ['\u200d', '200D'],
  ['\u200f', '200F'],
  ['\u2028', '2028'],
  ['\u202a', '202A'],
  ['\u202e', '202E'],
  ['\u2060', '2060'],
  ['\u2066', '2066'],
  ['\u2069', '2069'],
  ['\ufeff', 'FEFF'],
  ['\ud800', 'D800'],
  ['\u{e0041}', 'E0041'],
] as const

describe('characters', () => {
  it.each(allowed)('%j is read', (character) => {
    expect(decodeText(`a${character}b`)).toEqual({ kind: 'text', text: `a${character}b` })
  })

  it.each(refused)('%j is refused as U+%s', (character, number) => {
    const problem = {
      offset: 1,
      code: 'yaml.bad-character',
      message: `the character U+${number} is a control character or invisible`,
      hint: 'remove it',
    }
    expect(decodeText(`a${character}b`)).toMatchObject({ kind: 'bad', problems: [problem] })
  })

  it('a carriage return counts only without a line feed after it', () => {
    expect(decodeText('a\r\nb')).toEqual({ kind: 'text', text: 'a\r\nb' })
    expect(decodeText('a\rb')).toMatchObject({ kind: 'bad', problems: [{ offset: 1 }] })
    expect(decodeText('a\r')).toMatchObject({ kind: 'bad', problems: [{ offset: 1 }] })
  })

  it('all of them are listed', () => {
    expect(decodeText('\u0000a\u200b')).toMatchObject({ problems: [{ offset: 0 }, { offset: 2 }] })
  })
})

describe('bytes', () => {
  it('that are UTF-8 decode to the text that they were made of', () => {
    fc.assert(
      fc.property(fc.constantFrom(...allowed), fc.constantFrom(...allowed), (a, b) => {
        expect(decodeText(new TextEncoder().encode(a + b))).toEqual(decodeText(a + b))
      }),
    )
  })

  it.each([
    ['Latin-1', [0x61, 0xe9]],
    ['an overlong slash', [0xc0, 0xaf]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['UTF-16', [0xff, 0xfe, 0x61, 0x00]],
    ['a character cut off', [0xe6, 0xbc]],
  ])('that are %s are refused', (_, bytes) => {
    expect(decodeText(Uint8Array.from(bytes))).toEqual({
      kind: 'bad',
      text: '',
      problems: [{ offset: 0, code: 'yaml.not-utf8', message: 'the file is not UTF-8', hint: 'save it as UTF-8' }],
    })
  })
})
