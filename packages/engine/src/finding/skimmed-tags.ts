/**
 * Tags of a resource that was skimmed: where each stands is noted in one walk, and only those asked for are taken out.
 */
import type { Places } from './places.js'

const space = 32
const quote = 34
const comma = 44
const colon = 58
const braceOpen = 123
const braceClose = 125

/** Of each member of a map where its name and its value begin and end, four numbers for each. */
export type TextPlaces = Places

/**
 * Where the names and values of a map stand that begins and ends here; `null` for what is not a map of texts, or has white
 * space other than blanks. The text has no backslash.
 */
export function textPlaces(text: string, start: number, end: number): TextPlaces | null {
  if (text.charCodeAt(start) !== braceOpen) return null
  const places: number[] = []
  let at = behindBlanks(text, start + 1)
  if (text.charCodeAt(at) === braceClose) return at + 1 === end ? places : null
  while (text.charCodeAt(at) === quote) {
    const nameEnd = text.indexOf('"', at + 1)
    const middle = behindBlanks(text, nameEnd + 1)
    if (nameEnd === -1 || text.charCodeAt(middle) !== colon) return null
    const value = behindBlanks(text, middle + 1)
    const valueEnd = text.indexOf('"', value + 1)
    if (valueEnd === -1 || text.charCodeAt(value) !== quote) return null
    places.push(at + 1, nameEnd, value + 1, valueEnd)
    at = behindBlanks(text, valueEnd + 1)
    if (text.charCodeAt(at) !== comma) return text.charCodeAt(at) === braceClose && at + 1 === end ? places : null
    at = behindBlanks(text, at + 1)
  }
  return null
}

/** The value of this name, the last one where there are several. */
export function textAt(text: string, places: TextPlaces, name: string): string | undefined {
  for (let at = places.length - 4; at >= 0; at -= 4) {
    const start = places[at] ?? 0
    if (places[at + 1] === start + name.length && text.startsWith(name, start)) {
      return text.slice(places[at + 2], places[at + 3])
    }
  }
  return undefined
}

function behindBlanks(text: string, start: number): number {
  let at = start
  while (text.charCodeAt(at) === space) at += 1
  return at
}
