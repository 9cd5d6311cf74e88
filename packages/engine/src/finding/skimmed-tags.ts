/**
 * Tags of a resource that was skimmed: where each stands is noted in one walk, and only those asked for are taken out.
 */
import { endOf, type Place, placeOf, startOf } from './places.js'

/** Of each tag the places of its name and of its value. */
export type TagPlaces = readonly Place[]

/** Each tag that is asked for is looked for among all. AWS allows 50; with more it is faster to parse them. */
const most = 64

/**
 * Where the tags in the map at this place stand; `null` for what is not a map of texts, has white space other than blanks,
 * or too many of them. The text has no backslash.
 */
export function tagPlaces(text: string, place: Place): TagPlaces | null {
  const start = startOf(place)
  const end = endOf(place)
  if (text[start] !== '{') return null
  const places: Place[] = []
  let at = behindBlanks(text, start + 1)
  if (text[at] === '}') return at + 1 === end ? places : null
  while (text[at] === '"' && places.length < 2 * most) {
    const nameEnd = text.indexOf('"', at + 1)
    const middle = behindBlanks(text, nameEnd + 1)
    if (nameEnd === -1 || text[middle] !== ':') return null
    const value = behindBlanks(text, middle + 1)
    const valueEnd = text.indexOf('"', value + 1)
    if (valueEnd === -1 || text[value] !== '"') return null
    places.push(placeOf(at + 1, nameEnd), placeOf(value + 1, valueEnd))
    at = behindBlanks(text, valueEnd + 1)
    if (text[at] !== ',') return text[at] === '}' && at + 1 === end ? places : null
    at = behindBlanks(text, at + 1)
  }
  return null
}

/** The value of this tag, the last one where there are several. */
export function tagAt(text: string, places: TagPlaces, name: string): string | undefined {
  for (let at = places.length - 2; at >= 0; at -= 2) {
    const place = places[at] ?? 0
    const start = startOf(place)
    if (endOf(place) !== start + name.length || !text.startsWith(name, start)) continue
    const value = places[at + 1] ?? 0
    return text.slice(startOf(value), endOf(value))
  }
  return undefined
}

function behindBlanks(text: string, start: number): number {
  let at = start
  while (text[at] === ' ') at += 1
  return at
}
