import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeHtml, html } from './html.js'

describe('html', () => {
  it('escapes every value and joins what is HTML already', () => {
    const items = ['<b>', '"&\''].map((text) => html`<li title="${text}">${text}</li>`)
    expect(html`<ul>${items}${null}${3}</ul>`.markup).toBe(
      '<ul><li title="&#60;b&#62;">&#60;b&#62;</li><li title="&#34;&#38;&#39;">&#34;&#38;&#39;</li>3</ul>',
    )
  })

  it('never lets a character through that ends text or an attribute', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !/[<>"'`]|&(?!#\d+;)/.test(escapeHtml(text))))
  })
})
