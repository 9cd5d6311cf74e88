/** A message as a quoted block for the terminal: its own line breaks, wrapped, with a line down the left side. */

import type { Place } from './difference-table.js'
import type { Message } from './message.js'
import { wrap } from './wrap.js'

export function messageText({ to, subject, lines }: Message, { width, indent, style }: Place): string {
  const room = width - indent - 2
  const head = [
    ...wrap(`to ${to}`, room).map(style.dim),
    ...(subject === null ? [] : [...wrap(subject, room).map(style.bold), '']),
  ]
  const body = lines.flatMap((line) => wrap(line, room))
  const margin = `${' '.repeat(indent)}${style.dim('│')}`
  return [...head, ...body].map((line) => `${margin}${line === '' ? '' : ` ${line}`}\n`).join('')
}
