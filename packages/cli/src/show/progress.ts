/** A progress bar on stderr, only where a person sees it; it leaves no trace when it ends. */
import cliProgress from 'cli-progress'
import type { Context } from '../context.js'

export interface Progress {
  /** So many are done, or one more; of so many, where that is known. */
  step(done: number | null, total: number | null): void
  stop(): void
}

const silent: Progress = { step: () => {}, stop: () => {} }

/** Silent unless stderr is a terminal and results are not JSON for a script. */
export function startProgress({ io, json }: Context, task: string): Progress {
  if (!io.isTTY.stderr || json || io.stderr !== process.stderr) return silent
  const bar = new cliProgress.SingleBar({
    format: (_options, { value, total }) => (total > 0 ? `${task} ${value}/${total}` : `${task} ${value}`),
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
    fps: 8,
  })
  let count = 0
  bar.start(0, 0)
  return {
    step(done, total) {
      count = done ?? count + 1
      if (total !== null) bar.setTotal(total)
      bar.update(count)
    },
    stop: () => bar.stop(),
  }
}
