/**
 * Colours, and the decision whether there are any.
 *
 * Colour never carries meaning alone: symbols and words say the same, for files, logs and colour-blind readers.
 */
import colours from 'picocolors'
import type { Io } from '../io.js'

export type Style = ReturnType<typeof colours.createColors>

/** Colours only on a terminal that has some, and never against `NO_COLOR` (https://no-color.org) or `--no-color`. */
export function styleFor(io: Pick<Io, 'env'>, isTTY: boolean, wanted: boolean): Style {
  const refused = (io.env['NO_COLOR'] ?? '') !== '' || io.env['TERM'] === 'dumb'
  return colouredOrPlain(isTTY && wanted && !refused)
}

/** Colours or none, where that is decided already. */
export function colouredOrPlain(coloured: boolean): Style {
  return colours.createColors(coloured)
}

/** No colours at all. */
export const plain: Style = colours.createColors(false)
