import { describe, expect, it } from 'vitest'
import { createFindingHead, type Form } from './finding-head.js'

describe('createFindingHead', () => {
  it.each<[string, readonly string[], readonly Form[], Form]>([
    ['two whole documents', ['{}\n', '{}\n'], ['unknown', 'lines'], 'lines'],
    ['blank lines before and between', ['\n \n{}', '\n\n', '1\n'], ['unknown', 'unknown', 'lines'], 'lines'],
    ['a damaged first line', ['{"a\n{}\n'], ['lines'], 'lines'],
    ['two halves of a document', ['{\n"a": 1\n'], ['document'], 'document'],
    ['a second line that nothing ends', ['{}\n{}'], ['unknown'], 'lines'],
    ['a single line', ['{}'], ['unknown'], 'document'],
    ['white space', ['\n', ' '], ['unknown', 'unknown'], 'unknown'],
    ['nothing', [], [], 'unknown'],
  ])('tells the form of %s', (_name, parts, forms, atEnd) => {
    const head = createFindingHead()
    expect(parts.map((part) => head.add(Buffer.from(part)))).toEqual(forms)
    expect(head.end()).toBe(atEnd)
    expect(head.bytes().toString()).toBe(parts.join(''))
    expect(head.size()).toBe(parts.join('').length)
  })

  it('takes what is not UTF-8 for a damaged line', () => {
    const head = createFindingHead()
    expect(head.add(Buffer.from([0xff, 10, 0xff, 10]))).toBe('document')
    const other = createFindingHead()
    expect(other.add(Buffer.concat([Buffer.from('{}\n'), Buffer.from([0xff, 10])]))).toBe('lines')
  })
})
