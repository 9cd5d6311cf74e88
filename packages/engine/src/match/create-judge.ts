/**
 * Makes the function that judges one predicate about what stands in a field.
 *
 * Everything that can be prepared is prepared once: sets, patterns, blocks. Of several values one that passes is enough;
 * what is unreadable never comes here.
 */
import { RE2JS } from 're2js'
import { type Found, Unreadable } from '../contracts/fields.js'
import type { Truth } from '../contracts/match.js'
import type { Predicate, Scalar } from '../contracts/predicate.js'
import { remember } from '../contracts/remember.js'
import { allHold, anyHolds, negate, truthOf } from '../contracts/truth.js'
import { contains, parseAddress, parseBlock } from './cidr.js'
import { isWithin } from './is-within.js'
import { matchesWildcard } from './wildcard.js'

/** Judges what stands in a field; `now` is milliseconds since 1970. */
export type Judge = (found: Found, now: number) => Truth

export function createJudge(predicate: Predicate): Judge {
  const whenAbsent = absent(predicate)
  const judge = judgeValues(predicate)
  return (found, now) => {
    if (typeof found !== 'object') return judge(found, now)
    if (found === null) return whenAbsent
    return found instanceof Unreadable ? 'unknown' : judge(found, now)
  }
}

type Values = Scalar | readonly Scalar[]

/** What a field that is absent gives. */
function absent(predicate: Predicate): Truth {
  if (predicate.is === 'exists') return truthOf(!predicate.wanted)
  if (predicate.is === 'some') return anyHolds(predicate.of, absent)
  return predicate.is === 'doubt' ? 'unknown' : 'no'
}

function judgeValues(predicate: Predicate): (values: Values, now: number) => Truth {
  switch (predicate.is) {
    case 'some':
    case 'every':
    case 'none':
      return judgeSeveral(predicate)
    case 'exists':
      return () => truthOf(predicate.wanted)
    case 'doubt':
      return () => 'unknown'
    default: {
      const test = testOf(predicate)
      return (values, now) => {
        if (typeof values !== 'object') return truthOrDoubt(test(values, now))
        return anyHolds(values, (value) => truthOrDoubt(test(value, now)))
      }
    }
  }
}

function judgeSeveral({ is, of }: Extract<Predicate, { readonly is: 'some' | 'every' | 'none' }>) {
  const parts = of.map(judgeValues)
  const [only] = parts
  if (only !== undefined && parts.length === 1) {
    return is === 'none' ? (values: Values, now: number) => negate(only(values, now)) : only
  }
  const combine = is === 'every' ? allHold : anyHolds
  return (values: Values, now: number): Truth => {
    const truth = combine(parts, (part) => part(values, now))
    return is === 'none' ? negate(truth) : truth
  }
}

/** Whether one value passes; `null` is doubt. */
type Test = (value: Scalar, now: number) => boolean | null

type Single = Exclude<Predicate, { readonly is: 'some' | 'every' | 'none' | 'exists' | 'doubt' }>

function testOf(predicate: Single): Test {
  switch (predicate.is) {
    case 'in':
      return among(predicate.values, predicate.among)
    case 'prefix':
      return text((value) => value.startsWith(predicate.text))
    case 'suffix':
      return text((value) => value.endsWith(predicate.text))
    case 'wildcard':
      return text((value) => matchesWildcard(predicate.pieces, value))
    case 'same-letters':
      return text((value) => value.toLowerCase() === predicate.text)
    case 'regex':
      return text(pattern(predicate.text))
    case 'cidr':
      return text(block(predicate.text))
    case 'number':
      return (value) => typeof value === 'number' && isWithin(value, predicate.bounds)
    case 'older':
      return (value, now) => compareAge(value, now, (age) => age > predicate.than)
    case 'newer':
      return (value, now) => compareAge(value, now, (age) => age < predicate.than)
    default:
      return predicate satisfies never
  }
}

/** A value that is no text does not pass. */
function text(test: (text: string) => boolean | null): Test {
  return (value) => (typeof value === 'string' ? test(value) : false)
}

function among(values: readonly Scalar[], all: readonly Scalar[] | undefined): Test {
  const [only] = values
  const wanted = new Set(values)
  if (all !== undefined) return (value) => (all.includes(value) ? wanted.has(value) : null)
  return values.length === 1 ? (value) => value === only : (value) => wanted.has(value)
}

const longestText = 8 * 1024

/** Texts over 8 KiB are not judged at all. The pattern is compiled when it is first needed, which takes longer than most loads. */
function pattern(source: string): (text: string) => boolean | null {
  let compiled: RE2JS | null = null
  return (value) => {
    if (isTooLong(value)) return null
    compiled ??= RE2JS.compile(source)
    return compiled.testExact(value)
  }
}

/** By bytes of UTF-8, which are counted only where the length alone does not tell. */
function isTooLong(value: string): boolean {
  if (value.length > longestText) return true
  return value.length * 3 > longestText && new TextEncoder().encode(value).length > longestText
}

/** A text that is no address is simply not inside; it is no doubt, as fields often mix addresses and names. */
function block(source: string): (text: string) => boolean | null {
  const parsed = parseBlock(source)
  if (parsed === null || parsed === 'host-bits') return () => null
  return (value) => {
    const address = addressIn(value)
    return address !== null && contains(parsed, address)
  }
}

/** Many blocks ask about one address, and many ages about one time. */
const addressIn = remember(parseAddress)
const instantIn = remember(parseInstant)

function compareAge(value: Scalar, now: number, compare: (age: number) => boolean): boolean | null {
  const instant = typeof value === 'string' ? instantIn(value) : null
  return instant === null ? null : compare(now - instant)
}

/** Milliseconds since 1970 of an ISO 8601 time with its zone, or `null`. */
function parseInstant(value: string): number | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/.test(value)) return null
  const instant = Date.parse(value)
  return Number.isNaN(instant) ? null : instant
}

function truthOrDoubt(holds: boolean | null): Truth {
  if (holds === true) return 'yes'
  return holds === false ? 'no' : 'unknown'
}
