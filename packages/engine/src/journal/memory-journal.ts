/** A journal in memory, for tests, browsers and first looks. It is as durable as the process. */
import type { JournalStore } from '../contracts/journal.js'

/** Records go in and come out as JSON, so that nothing survives here that would not survive a file. */
export function memoryJournal(): JournalStore {
  const lines: string[] = []
  let head = ''
  return {
    async append(record) {
      if (lines.length > 0 && record.prevHash !== head) throw new Error('another run has written it')
      head = record.hash
      lines.push(JSON.stringify(record))
    },
    async *read() {
      // The schema's library takes longer to load than the rest of the engine.
      const { isJournalRecord } = await import('../contracts/journal-schema.js')
      for (const line of [...lines]) {
        const record: unknown = JSON.parse(line)
        if (isJournalRecord(record)) yield record
      }
    },
  }
}
