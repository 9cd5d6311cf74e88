/** A progress bar on stderr, only where a person sees it; it leaves no trace when it ends. */
import cliProgress from 'cli-progress'
import type { Context } from '../context.js'

export interface Progress {
  /** So many are done, or one more; of so many, where that is known. */
  step(done: number | null, total: number | null): void
  stop(): void
}

/** Silent where `startLine` is. */
export function startProgress(context: Context, task: string): Progress {
  let count = 0
  let of = 0
  const line = startLine(context, () => (of > 0 ? `${task} ${count}/${of}` : `${task} ${count}`))
  return {
    step(done, total) {
      count = done ?? count + 1
      of = total ?? of
      line.draw()
    },
    stop: line.stop,
  }
}

export interface ProgressLine {
  /** What the line says has changed; it is drawn a few times a second at most. */
  draw(): void
  stop(): void
}

const silent: ProgressLine = { draw: () => {}, stop: () => {} }

/** Silent unless stderr is a terminal and results are not JSON for a script. */
export function startLine({ io, json }: Pick<Context, 'io' | 'json'>, text: () => string): ProgressLine {
  if (!io.isTTY.stderr || json || io.stderr !== process.stderr) return silent
  const bar = new cliProgress.SingleBar({
    format: text,
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
    fps: 8,
  })
  let drawn = 0
  bar.start(0, 0)
  return {
    draw: () => bar.update(++drawn),
    stop: () => bar.stop(),
  }
}
