import { expect, it } from 'vitest'
import { messageText } from './message-text.js'
import { plain } from './style.js'

it('quotes a message with its own line breaks, and wraps what is long', () => {
  const message = { to: 'secops', subject: 'Closed', lines: ['one two three four', '', 'five'] }
  expect(messageText(message, { width: 20, indent: 2, style: plain })).toBe(`  │ to secops
  │ Closed
  │
  │ one two three
  │ four
  │
  │ five
`)
})

it('leaves out a subject that is not there', () => {
  expect(messageText({ to: 'x', subject: null, lines: ['a'] }, { width: 40, indent: 0, style: plain })).toBe(
    '│ to x\n│ a\n',
  )
})
