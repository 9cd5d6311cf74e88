/**
 * Timestamps of findings, as one instant written in one way: ISO 8601 in UTC with milliseconds.
 *
 * Providers write offsets, nanoseconds, a blank for the `T` or no zone at all (which is read as UTC). What is no
 * date is unreadable and never guessed at, so that a clause about it is indeterminate.
 */
import type { Json } from '../contracts/json.js'
import type { Parsed } from './reader.js'

const pattern =
  /^(\d{4})-(\d{2})-(\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*([Zz]|[+-]\d{2}(?::?\d{2})?)?$/

/** Offsets reach ±18:00 in ASFF. */
const maxOffset = 18 * 60

/** Numbers below this are seconds: as milliseconds they would lie before 1973. */
const leastMilliseconds = 1e11

/** Text, or a number of milliseconds or seconds since 1970. */
export function timestamp(value: Json): Parsed<string> {
  if (typeof value === 'number') return fromEpoch(value < leastMilliseconds ? value * 1000 : value)
  if (typeof value !== 'string') return { reason: 'is not a date' }
  if (isCanonical(value)) return { value }
  if (value.trim() === '') return null
  const parts = pattern.exec(value.trim())
  if (parts === null) return { reason: `is not a date: ${quote(value)}` }
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map((part) => Number(part ?? 0))
  const start = Date.UTC(year ?? 0, (month ?? 0) - 1, day, hour, minute, second)
  const offset = offsetOf(parts[8] ?? 'Z')
  // Date.UTC carries the 31st of June over into July, and takes the year 1 for 1901.
  const same = Number.isFinite(start) && new Date(start).toISOString().startsWith(`${parts[1]}-${parts[2]}-${parts[3]}`)
  if (!same || (hour ?? 0) > 23 || (minute ?? 0) > 59 || (second ?? 0) > 59 || offset === null) {
    return { reason: `is not a date that exists: ${quote(value)}` }
  }
  const milliseconds = Math.round(Number(`0.${parts[7] ?? 0}`) * 1000)
  return fromEpoch(start - offset * 60_000 + milliseconds)
}

/**
 * True for a time in the form that this module writes, which most findings use and which needs no work: only days that
 * every month has, so that no calendar is needed.
 */
function isCanonical(text: string): boolean {
  return canonical.test(text)
}

const canonical =
  /^(?:19[7-9]\d|[2-9]\d{3})-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/

function fromEpoch(milliseconds: number): Parsed<string> {
  const whole = Math.round(milliseconds)
  if (!(whole >= 0 && whole < Date.UTC(10_000, 0))) return { reason: 'is not a date between 1970 and 9999' }
  return { value: new Date(whole).toISOString() }
}

/** Minutes east of UTC. */
function offsetOf(zone: string): number | null {
  if (zone === 'Z' || zone === 'z') return 0
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0')
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))
  if (Number(digits.slice(2)) > 59 || minutes > maxOffset) return null
  return zone.startsWith('-') ? -minutes : minutes
}

function quote(value: string): string {
  return `\`${value.slice(0, 40).replaceAll(/[\p{Cc}`]/gu, ' ')}\``
}
