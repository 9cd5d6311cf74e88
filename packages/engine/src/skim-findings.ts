/**
 * Reads findings from text that is known to be JSON, and of each no more than deciding asks for.
 *
 * What is stepped over is not checked. So this is for input that the caller trusts, such as an export of Security Hub; the
 * default everywhere is to parse.
 */
import type { Finding, FindingItem } from './contracts/finding.js'
import { surelyFits } from './finding/limits.js'
import { skimAsff } from './finding/skim-asff.js'
import { SkimmedMembers, SkimmedResource } from './finding/skimmed-members.js'
import { viewMembers } from './finding/view-asff.js'
import { readLine } from './read-findings.js'

/**
 * Findings of a text that holds one JSON document on each line, as {@link readFindings} gives them, for decisions that are
 * the same. On text that is not JSON a decision may miss that it should be refused, and says of what it could not read
 * that it cannot be judged; planning parses every finding whole before anything else, which is where it shows.
 */
export function skimFindings(text: string, source: string): Iterable<FindingItem> {
  return text.includes('\n') ? skimLines(text, source) : skimLine(text, 1, source)
}

function* skimLines(text: string, source: string): Iterable<FindingItem> {
  let number = 1
  for (let start = 0; start <= text.length; number++) {
    const found = text.indexOf('\n', start)
    const end = found === -1 ? text.length : found
    yield* skimLine(text.slice(start, end), number, source)
    start = end + 1
  }
}

/** The same for one line; `number` counts from 1. */
export function skimLine(line: string, number: number, source: string): Iterable<FindingItem> {
  const finding = surelyFits(line) ? skim(line, () => firstOf(readLine(line, number, source))) : null
  if (finding === null) return readLine(line, number, source)
  return [{ kind: 'finding', finding, source, position: `line ${number}` }]
}

function skim(line: string, parse: () => FindingItem): Finding | null {
  const skimmed = skimAsff(line)
  if (skimmed === null) return null
  const { body, hasEscapes } = skimmed
  const resources = skimmed.resources.map((places) => new SkimmedResource(line, places, hasEscapes))
  return viewMembers(new SkimmedMembers(line, body, hasEscapes), resources, 'file', parse)
}

function firstOf(items: Iterable<FindingItem>): FindingItem {
  const [first] = items
  if (first === undefined) throw new TypeError('a line that held a finding holds none')
  return first
}
