/**
 * Days in documents: `2027-03-31`, in UTC. The 31st of February is no day, though JavaScript would take it.
 */

const dayLength = 24 * 60 * 60 * 1000

/** First millisecond after the day, since 1970; `null` when the text is not a day of the calendar. */
export function endOfDay(text: string): number | null {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text)) return null
  const start = Date.parse(`${text}T00:00:00.000Z`)
  if (Number.isNaN(start) || new Date(start).toISOString().slice(0, 10) !== text) return null
  return start + dayLength
}
