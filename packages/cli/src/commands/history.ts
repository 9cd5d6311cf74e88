/** `redress history`: the runs in the journal, newest first. Needs neither AWS nor rules, so it works when they are broken. */
import { existsSync } from 'node:fs'
import { type JournalRecord, listRuns, type RunSummary } from '@redress/engine'
import { fileJournal } from '@redress/engine/node'
import { type Context, printJson } from '../context.js'
import { type ExitCode, exitCode } from '../exit-code.js'
import { journalPath } from '../load/engine.js'
import type { HistoryOutput } from '../output/lists.js'
import { clean } from '../show/clean.js'
import { table } from '../show/table.js'
import { whenText } from '../show/words.js'

export interface HistoryOptions {
  readonly simulate?: true
  readonly journal?: string
}

export async function history(context: Context, options: HistoryOptions): Promise<ExitCode> {
  const path = await journalPath(context, options)
  const runs = existsSync(path) ? await newestFirst(path) : []
  if (context.json) {
    const output: HistoryOutput = { runs: runs.map((run) => ({ ...run, counts: { ...run.counts } })) }
    printJson(context, output)
    return exitCode.done
  }
  if (runs.length === 0) context.note('no run is in the journal yet\n')
  const head = ['RUN', 'WHEN', 'MODE', 'OUTCOMES', 'UNDONE'].map((text) => ({ text, paint: context.style.dim }))
  context.print(table(runs.map(row), { head, width: context.width }))
  return exitCode.done
}

async function newestFirst(path: string): Promise<readonly RunSummary[]> {
  const records: JournalRecord[] = []
  for await (const record of fileJournal(path).read()) records.push(record)
  return [...listRuns(records)].reverse()
}

function row({ runId, at, mode, counts, undone }: RunSummary): readonly string[] {
  const outcomes = Object.entries(counts).filter(([, count]) => count > 0)
  return [
    clean(runId),
    whenText(at),
    mode,
    outcomes.map(([kind, count]) => `${count} ${kind}`).join(', ') || 'none',
    undone === 0 ? '' : String(undone),
  ]
}
