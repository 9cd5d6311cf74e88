/**
 * Reads findings from text or from parsed values: taken out of what carries them, then normalised.
 *
 * One bad finding is one refused item, and the rest goes on. Text is one JSON document or one per line; which of
 * them is told by the first line (the second where the first is damaged).
 */
import type { Arrival, FindingItem } from './contracts/finding.js'
import { surelyFits, surelyShallow } from './finding/limits.js'
import { normalise } from './finding/normalise.js'
import { isBare, unwrap } from './ingest/unwrap.js'

/** Findings of a parsed value: a finding, a list, an answer of GetFindings, an event, an SQS event. */
export function readValue(value: unknown, source: string): Iterable<FindingItem> {
  return readAt(value, source, '', false)
}

/** Findings of a text that holds one JSON document, or one per line. */
export function readFindings(text: string, source: string): Iterable<FindingItem> {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text
  if (!body.includes('\n')) return body.trim() === '' ? [] : readDocument(body, source)
  const lines = body.split('\n')
  const filled = lines.filter((line) => line.trim() !== '')
  if (isLines(filled[0] ?? '', filled[1] ?? '')) return readLines(lines, source)
  return filled.length > 0 ? readDocument(body, source) : []
}

function* readLines(lines: readonly string[], source: string): Iterable<FindingItem> {
  for (const [index, line] of lines.entries()) yield* readLine(line, index + 1, source)
}

/** True when these are the first two filled lines of a text with one JSON document per line. */
export function isLines(first: string, second: string): boolean {
  if (second.trim() === '') return false
  return (
    parse(first).ok || (first.trimStart().startsWith('{') && second.trimStart().startsWith('{') && parse(second).ok)
  )
}

/** One line of a text that has a document per line; a blank one holds nothing. `number` counts from 1. */
export function readLine(line: string, number: number, source: string): Iterable<FindingItem> {
  const parsed = parse(line)
  const position = `line ${number}`
  if (parsed.ok) return readAt(parsed.value, source, position, isSmall(line))
  return line.trim() === '' ? [] : [refusedItem(source, position, 'finding.not-json', 'the line is not JSON')]
}

/** A text that is one JSON document. */
export function readDocument(text: string, source: string): Iterable<FindingItem> {
  const parsed = parse(text)
  if (parsed.ok) return readAt(parsed.value, source, '', isSmall(text))
  return [refusedItem(source, '$', 'finding.not-json', 'the text is not JSON')]
}

/** True where no finding in the text can be too large. */
function isSmall(text: string): boolean {
  return surelyFits(text) && surelyShallow(text)
}

export function refusedItem(source: string, position: string, code: string, message: string): FindingItem {
  return { kind: 'refused', refused: { source, position, code, message } }
}

/** `small` says that what stands in the value itself need not be measured. */
function readAt(value: unknown, source: string, line: string, small: boolean): Iterable<FindingItem> {
  if (isBare(value)) return [toItem(value, 'file', source, line || '$', small)]
  return unwrapAt(value, source, line)
}

function* unwrapAt(value: unknown, source: string, line: string): Iterable<FindingItem> {
  for (const item of unwrap(value)) {
    const position = [line, item.position].filter((part) => part !== '').join(', ') || '$'
    yield item.kind === 'raw'
      ? toItem(item.value, item.arrival, source, position, false)
      : refusedItem(source, position, item.code, item.message)
  }
}

function toItem(value: unknown, arrival: Arrival, source: string, position: string, small: boolean): FindingItem {
  const result = normalise(value, arrival, small)
  if (result.kind === 'finding') return { kind: 'finding', finding: result.finding, source, position }
  return refusedItem(source, position, result.refusal.code, result.refusal.message)
}

function parse(text: string): { readonly ok: true; readonly value: unknown } | { readonly ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch {
    return { ok: false }
  }
}
