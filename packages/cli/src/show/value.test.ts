import { describe, expect, it } from 'vitest'
import { showAlone, showValue } from './value.js'

describe('showValue', () => {
  it.each([
    ['a word', 'tcp', 'tcp'],
    ['a word that would read as a number', '-1', '"-1"'],
    ['an account id, which everyone knows for what it is', '012345678901', '012345678901'],
    ['text with a comma', 'a, b', '"a, b"'],
    ['the empty string', '', '""'],
    ['null', null, 'null'],
    ['a list', ['a', 1, true], '[a, 1, true]'],
    ['an object', { protocol: 'tcp', ports: [22, 80] }, '{ protocol: tcp, ports: [22, 80] }'],
    [
      'an object with members that hold nothing',
      { cidr: '0.0.0.0/0', description: null, tags: {} },
      '{ cidr: 0.0.0.0/0 }',
    ],
    ['empty things', [[], {}], '[[], {}]'],
    ['an escape sequence', 'a\u001b[2J', '"a\\u001b[2J"'],
  ])('shows %s', (_name, value, shown) => {
    expect(showValue(value)).toBe(shown)
  })

  it('shows a sentence that stands alone without quotes', () => {
    expect(showAlone('closed "default", by rule')).toBe('closed "default", by rule')
    expect(showAlone(' padded ')).toBe('" padded "')
    expect(showAlone('-1')).toBe('"-1"')
  })
})
