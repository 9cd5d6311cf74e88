/**
 * Reads findings from text that is known to be JSON, and of each no more than deciding asks for.
 *
 * What is stepped over is not checked. So this is for input that the caller trusts, such as an export of Security Hub; the
 * default everywhere is to parse.
 */
import type { Finding, FindingItem } from './contracts/finding.js'
import type { LoadedProject } from './contracts/loaded.js'
import { maxDepth, maxResources, surelyFits } from './finding/limits.js'
import { skimJson, type Table, tableOf } from './finding/skim-json.js'
import { viewSkimmed } from './finding/view-asff.js'
import { wantedMembers } from './finding/wanted-members.js'
import { readLine } from './read-findings.js'

/** How to skim. */
export interface SkimOptions {
  /** The project that is going to decide: its rules tell what is worth reading. */
  readonly project: LoadedProject
}

/**
 * Findings of a text that holds one JSON document on each line, as {@link readFindings} gives them, for decisions that are
 * the same. On text that is not JSON a decision may miss that it should be refused, and says of what it could not read
 * that it cannot be judged; planning parses every finding whole before anything else, which is where it shows.
 */
export function skimFindings(text: string, source: string, { project }: SkimOptions): Iterable<FindingItem> {
  const skim = createSkimmer(project)
  return text.includes('\n') ? skimLines(text, source, skim) : skim(text, 1, source)
}

function* skimLines(text: string, source: string, skim: SkimLine): Iterable<FindingItem> {
  let number = 1
  for (let start = 0; start <= text.length; number++) {
    const found = text.indexOf('\n', start)
    const end = found === -1 ? text.length : found
    yield* skim(text.slice(start, end), number, source)
    start = end + 1
  }
}

/** What one line holds; `number` counts from 1. */
export type SkimLine = (line: string, number: number, source: string) => Iterable<FindingItem>

/** Skims line by line for one project. */
export function createSkimmer(project: LoadedProject): SkimLine {
  const table = tableFor(project)
  return (line, number, source) => {
    const whole = () => firstOf(readLine(line, number, source))
    const finding = surelyFits(line) ? skimLine(line, table, whole) : null
    if (finding === null) return readLine(line, number, source)
    return [{ kind: 'finding', finding, source, position: `line ${number}` }]
  }
}

function skimLine(line: string, table: Table, whole: () => FindingItem): Finding | null {
  const members = skimJson(line, table, maxDepth)
  const resources = members?.['Resources']
  if (members === null || !Array.isArray(resources) || resources.length > maxResources) return null
  return viewSkimmed(members, 'file', whole)
}

function firstOf(items: Iterable<FindingItem>): FindingItem {
  const [first] = items
  if (first === undefined) throw new TypeError('a line that held a finding holds none')
  return first
}

const tables = new WeakMap<LoadedProject, Table>()

function tableFor(project: LoadedProject): Table {
  const found = tables.get(project)
  if (found !== undefined) return found
  const matchers = [
    ...project.rules.flatMap(({ match, unless }) => [match, ...unless]),
    ...project.exceptions.map(({ match }) => match),
  ]
  const table = tableOf(wantedMembers(new Set(matchers.flatMap(({ fields }) => [...fields]))))
  tables.set(project, table)
  return table
}
