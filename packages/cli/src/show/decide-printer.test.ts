import { describe, expect, it } from 'vitest'
import { createJsonPrinter, createTextPrinter } from './decide-printer.js'
import type { DecidedPart, Section } from './decided-part.js'
import { plain } from './style.js'

const part = (...sections: readonly (readonly [Section['kind'], string])[]): DecidedPart => ({
  sections: sections.map(([kind, text]) => ({ kind, text })),
  left: [],
})
const refused = { source: 'a', position: 'line 1', code: 'finding.not-json', message: 'no' }

describe('createTextPrinter', () => {
  function print(parts: readonly DecidedPart[], room?: number) {
    const printed: string[] = []
    const printer = createTextPrinter((text) => printed.push(text), {
      width: 120,
      style: plain,
      ...(room === undefined ? {} : { room }),
    })
    for (const one of parts) printer.add(one)
    printer.end([])
    return printed
  }

  it('prints what acts as it comes, and what is held after all of it', () => {
    expect(
      print([part(['held', 'h1\n'], ['acting', 'a1\n']), part(['guided', 'g1\n']), part(['acting', 'a2\n'])]),
    ).toEqual(['a1\n', '\na2\n', '\nh1\n\ng1\n\n4 decisions: 2 to act on, 1 for a person, 1 held\n'])
  })

  it('lets wait no more than there is room for, wherever the parts are cut', () => {
    const sections = [
      ['held', 'h1\n'],
      ['acting', 'a1\n'],
      ['held', 'h2\n'],
      ['acting', 'a2\n'],
      ['held', 'h3\n'],
    ] as const
    const expected = 'a1\n\nh1\n\nh2\n\na2\n\nh3\n\n5 decisions: 2 to act on, 3 held\n'
    expect(print([part(...sections)], 5).join('')).toBe(expected)
    expect(
      print(
        sections.map((section) => part(section)),
        5,
      ).join(''),
    ).toBe(expected)
  })

  it('adds up what is left alone over all parts', () => {
    const left = (controls: readonly string[]) => ({ reason: 'no-rule', count: 5, controls })
    const many = Array.from({ length: 9 }, (_, index) => `EC2.${index}`)
    const printed = print([
      { sections: [], left: [left(['S3.1', 'S3.2'])] },
      { sections: [], left: [left(['S3.2', ...many])] },
    ])
    expect(printed.join('')).toBe(
      `Left alone
  10        no-rule   no rule matches  S3.1, S3.2, EC2.0, EC2.1, EC2.2, EC2.3, EC2.4, EC2.5 and 3 more

10 decisions: 0 to act on, 10 left alone
`,
    )
  })

  it('sums up nothing', () => expect(print([])).toEqual(['0 decisions: 0 to act on\n']))
})

describe('createJsonPrinter', () => {
  function print(parts: readonly DecidedPart[]) {
    const printed: string[] = []
    const printer = createJsonPrinter((text) => printed.push(text))
    for (const one of parts) printer.add(one)
    printer.end([refused])
    return printed.join('')
  }

  it.each([
    ['nothing', [], []],
    ['parts', [part(['acting', '1,\n2']), part(), part(['acting', '3'])], [1, 2, 3]],
  ])('writes one document of %s', (_name, parts, decisions) => {
    expect(JSON.parse(print(parts))).toEqual({ decisions, refused: [refused] })
  })
})
