/** Progress through findings: how far, how many, how fast, and how long it will take yet. */
import type { Context } from '../context.js'
import { startLine } from './progress.js'

export interface Meter {
  /** So many more bytes and findings are done. */
  add(bytes: number, findings: number): void
  stop(): void
}

/** `size` is the number of bytes to come, `null` where that cannot be known. Shown where a person sees it. */
export function startMeter(context: Context, task: string, size: number | null): Meter {
  const { clock } = context.parts
  const started = clock.now()
  let bytes = 0
  let findings = 0
  const line = startLine(context, () => meterText({ task, size, bytes, findings, elapsed: clock.now() - started }))
  return {
    add(moreBytes, moreFindings) {
      bytes += moreBytes
      findings += moreFindings
      line.draw()
    },
    stop: line.stop,
  }
}

export interface Measured {
  readonly task: string
  readonly size: number | null
  readonly bytes: number
  readonly findings: number
  /** Milliseconds since the start. */
  readonly elapsed: number
}

/** `deciding 42%, 120,000 findings, 41,000/s, 7 s left`; what cannot be told yet is left out. */
export function meterText({ task, size, bytes, findings, elapsed }: Measured): string {
  const share = size === null || size === 0 ? null : Math.min(1, bytes / size)
  const left = share === null || share === 0 ? null : (elapsed * (1 - share)) / share
  const isEarly = elapsed < 1000
  const parts = [
    share === null ? task : `${task} ${Math.floor(share * 100)}%`,
    `${grouped(findings)} findings`,
    ...(isEarly ? [] : [`${grouped(Math.round((findings * 1000) / elapsed))}/s`]),
    ...(isEarly || left === null ? [] : [`${durationText(left)} left`]),
  ]
  return parts.join(', ')
}

function durationText(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000)
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}

function grouped(count: number): string {
  return count.toLocaleString('en-US')
}
