/** What the journal says of past runs: a list of them, and every change of one with what came of it. */
import type { JournalRecord, RecordedChange, RunSummary } from '../contracts/journal.js'

/** Runs in order of their start. */
export function listRuns(records: readonly JournalRecord[]): readonly RunSummary[] {
  const byRun = groupByRun(records)
  const undone = undoneBy(records)
  return records.flatMap(({ runId, at, entry }) => {
    if (entry.state !== 'RUN') return []
    const own = byRun.get(runId) ?? []
    const changes = assemble(own, undone.get(runId) ?? new Set())
    const kinds = [
      ...changes.map(({ result }) => result?.outcome.kind ?? 'unknown'),
      ...own.flatMap((record) => (record.entry.state === 'UNDO_RESULT' ? [record.entry.outcome.kind] : [])),
    ]
    const counts = Object.fromEntries(
      [...new Set(kinds)].sort().map((kind) => [kind, kinds.filter((other) => other === kind).length]),
    )
    const { mode, planHash } = entry
    return [{ runId, at, mode, planHash, counts, undone: changes.filter((change) => change.undone).length }]
  })
}

/** The changes that a run set out to make, in order of their intents. */
export function changesOf(records: readonly JournalRecord[], runId: string): readonly RecordedChange[] {
  const own = records.filter((record) => record.runId === runId)
  return assemble(own, undoneBy(records).get(runId) ?? new Set())
}

/** Keys of all changes that were ever applied: a message whose key is among them was sent. */
export function appliedKeys(records: readonly JournalRecord[]): ReadonlySet<string> {
  const changes = [...groupByRun(records).values()].flatMap((own) => assemble(own, new Set()))
  return new Set(changes.flatMap(({ change, result }) => (result?.outcome.kind === 'applied' ? [change.key] : [])))
}

function assemble(own: readonly JournalRecord[], undone: ReadonlySet<string>): readonly RecordedChange[] {
  const results = new Map<string, RecordedChange['result']>()
  for (const { entry } of own) if (entry.state === 'RESULT') results.set(entry.change, entry)
  return own.flatMap(({ entry }) =>
    entry.state === 'INTENT'
      ? [{ change: entry.change, result: results.get(entry.change.id) ?? null, undone: undone.has(entry.change.id) }]
      : [],
  )
}

function groupByRun(records: readonly JournalRecord[]): ReadonlyMap<string, readonly JournalRecord[]> {
  const byRun = new Map<string, JournalRecord[]>()
  for (const record of records) {
    const own = byRun.get(record.runId)
    if (own === undefined) byRun.set(record.runId, [record])
    else own.push(record)
  }
  return byRun
}

/** Run → ids of its changes that were taken back. */
function undoneBy(records: readonly JournalRecord[]): ReadonlyMap<string, ReadonlySet<string>> {
  const undone = new Map<string, Set<string>>()
  for (const { entry } of records) {
    if (entry.state !== 'UNDO_RESULT' || entry.outcome.kind !== 'undone') continue
    const ids = undone.get(entry.undoes) ?? new Set()
    undone.set(entry.undoes, ids.add(entry.change))
  }
  return undone
}
