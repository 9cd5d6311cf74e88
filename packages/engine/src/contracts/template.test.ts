import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { knowsName, parseTemplate } from './template.js'

const pieces = fc.array(fc.constantFrom('${', '}', '$${', '$', '|', 'a')).map((parts) => parts.join(''))

describe('a template', () => {
  it('is taken apart into texts and names', () => {
    expect(parseTemplate('a ${finding.id} b ${ x | upper } $${c}')).toEqual([
      { kind: 'text', text: 'a ' },
      { kind: 'value', path: 'finding.id', filter: null },
      { kind: 'text', text: ' b ' },
      { kind: 'value', path: 'x', filter: 'upper' },
      { kind: 'text', text: ' ${c}' },
    ])
  })

  it('is one empty text when there is nothing', () => expect(parseTemplate('')).toEqual([{ kind: 'text', text: '' }]))

  it('keeps what is malformed together with its source', () => {
    expect(parseTemplate('${a | toString}')).toEqual([
      { kind: 'malformed', source: '${a | toString}', reason: '`toString` is no filter' },
    ])
  })

  it('comes back as it was when every `${` is escaped', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), pieces), (text) => {
        // A function, because `$$` in a replacement text stands for one `$`.
        const escaped = text.replaceAll('${', () => '$${')
        expect(parseTemplate(escaped)).toEqual([{ kind: 'text', text }])
      }),
    )
  })

  it('never loses a character and never throws', () => {
    fc.assert(
      fc.property(pieces, (text) => {
        expect(parseTemplate(text).length).toBeGreaterThan(0)
      }),
    )
  })
})

describe('a name', () => {
  it.each([
    ['finding.types', { several: true }],
    ['asff:A.B', { several: false }],
    ['parameters.days', { several: false }],
    ['rule.id', { several: false }],
    ['parameters.other', null],
    ['playbook', null],
  ])('`%s` is known: %j', (name, known) => expect(knowsName(name, ['days'])).toEqual(known))
})
