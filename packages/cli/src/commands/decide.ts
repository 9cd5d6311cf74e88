/**
 * `redress decide`: which rules match which findings and what they ask for, without AWS.
 *
 * Each finding is decided as it is read and then let go, so that an export of any size goes through. Of several copies
 * of one finding each is decided by itself here; planning takes the newest.
 */
import { buildBundle, type RefusedFinding } from '@redress/engine'
import type { Context } from '../context.js'
import { type ExitCode, exitCode } from '../exit-code.js'
import { createBatchDecider } from '../jobs/batch-decider.js'
import { createBufferPool } from '../jobs/buffer-pool.js'
import { decideHere, decideInThreads } from '../jobs/decide-chunks.js'
import { type JobsOption, jobsOf } from '../jobs/jobs-of.js'
import type { DecidedBatch, Setup } from '../jobs/messages.js'
import { createThreadPool } from '../jobs/thread-pool.js'
import { chunksOf, exitWith, type Input, noteRefused, openInput } from '../load/findings.js'
import { openProject } from '../load/project.js'
import { createJsonPrinter, createTextPrinter } from '../show/decide-printer.js'
import { startMeter } from '../show/meter.js'

export interface DecideOptions extends JobsOption {
  /** Of each line only what the rules ask for is read; what is stepped over is not checked. */
  readonly skim?: boolean
}

/** How much is read and handed to a thread at once. */
export interface Sizes {
  readonly readBytes: number
  readonly batchBytes: number
  /** Input below this is decided in one thread: starting others would take longer. */
  readonly smallBytes: number
}

const kibibyte = 1024
/** More at once is no faster; four times as much takes 60 MB more with two threads. */
const usualSizes: Sizes = { readBytes: 256 * kibibyte, batchBytes: 256 * kibibyte, smallBytes: 4096 * kibibyte }

export async function decide(
  context: Context,
  paths: readonly string[],
  options: DecideOptions = {},
  sizes: Sizes = usualSizes,
): Promise<ExitCode> {
  const jobs = jobsOf(options)
  const decided = await startDeciding(context, paths, { jobs, skim: options.skim === true }, sizes)
  const printer = context.json
    ? createJsonPrinter(context.print)
    : createTextPrinter(context.print, { style: context.style, width: context.width })
  const meter = startMeter(context, 'deciding', decided.input.size)
  const refused: RefusedFinding[] = []
  let length = 0
  try {
    for await (const batch of decided.batches) {
      printer.add(batch.part)
      for (const one of batch.refused) refused.push(one)
      length += batch.findings
      meter.add(batch.bytes, batch.findings)
      await context.printed()
    }
  } finally {
    meter.stop()
  }
  noteRefused(context, refused)
  printer.end(refused)
  return exitWith(exitCode.done, { findings: { length }, refused })
}

interface Deciding {
  readonly input: Input
  readonly batches: AsyncIterable<DecidedBatch>
}

async function startDeciding(
  context: Context,
  paths: readonly string[],
  { jobs, skim }: { readonly jobs: number; readonly skim: boolean },
  { readBytes, batchBytes, smallBytes }: Sizes,
): Promise<Deciding> {
  const { project, actions } = await openProject(context)
  const input = await openInput(context, paths)
  const setup: Omit<Setup, 'bundle'> = { now: context.parts.clock.now(), form: formOf(context), skim }
  const { startThread } = context.parts
  if (jobs === 1 || startThread === undefined || (input.size !== null && input.size < smallBytes)) {
    const chunks = chunksOf(context, input, { chunkBytes: readBytes })
    return { input, batches: decideHere(chunks, createBatchDecider({ ...setup, project, actions })) }
  }
  const buffers = createBufferPool(readBytes)
  const chunks = chunksOf(context, input, { chunkBytes: readBytes, allocate: buffers.take })
  const bundle = await buildBundle(project)
  const pool = createThreadPool({ most: jobs, start: startThread, setup: { ...setup, bundle }, buffers })
  return { input, batches: decideInThreads(chunks, pool, { jobs, batchBytes }) }
}

function formOf({ json, style, width }: Context): Setup['form'] {
  return json ? { kind: 'json' } : { kind: 'text', width, colours: style.isColorSupported }
}
