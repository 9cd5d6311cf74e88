/**
 * Threads that share out batches.
 *
 * A thread is started when there is work that no other is free for, so that little work starts few. When one ends by
 * itself, what it had is lost and the run with it: nothing is decided twice.
 */
import { inputError } from '../usage-error.js'
import { buffersOf } from './batch-decider.js'
import type { BufferPool } from './buffer-pool.js'
import type { Batch, DecidedBatch, FromThread, Setup, Thread } from './messages.js'

export interface ThreadPool {
  /** Takes the batch's buffers away. Rejects when its thread ends or cannot decide. */
  decide(batch: Batch): Promise<DecidedBatch>
  end(): void
}

interface Member {
  readonly thread: Thread
  /** Oldest first; answers come in this order. */
  readonly waiting: Waiting[]
  /** Set when it has ended. */
  error: Error | null
}

interface Waiting {
  readonly resolve: (decided: DecidedBatch) => void
  readonly reject: (error: Error) => void
}

export interface ThreadPoolOptions {
  readonly most: number
  readonly start: () => Thread
  readonly setup: Setup
  /** Gets back the memory of what was decided. */
  readonly buffers: BufferPool
}

export function createThreadPool({ most, start, setup, buffers }: ThreadPoolOptions): ThreadPool {
  const members: Member[] = []

  function join(): Member {
    const member: Member = { thread: start(), waiting: [], error: null }
    members.push(member)
    member.thread.listen(
      (message) => {
        if (message.kind === 'decided') buffers.give(message.spent)
        answered(member, message)
      },
      (reason) => fail(member, threadError(reason)),
    )
    member.thread.send({ kind: 'open', setup }, [])
    return member
  }

  return {
    decide(batch) {
      const free = members.reduce<Member | null>(lessBusy, null)
      const member = free === null || (free.waiting.length > 0 && members.length < most) ? join() : free
      if (member.error !== null) return Promise.reject(member.error)
      return new Promise((resolve, reject) => {
        member.waiting.push({ resolve, reject })
        member.thread.send({ kind: 'decide', batch }, buffersOf(batch))
      })
    },
    end() {
      for (const { thread } of members) thread.end()
    },
  }
}

function lessBusy(best: Member | null, member: Member): Member {
  return best === null || member.waiting.length < best.waiting.length ? member : best
}

function answered(member: Member, message: FromThread): void {
  if (message.kind === 'failed') fail(member, threadError(message.message))
  else member.waiting.shift()?.resolve(message.decided)
}

function fail(member: Member, error: Error): void {
  member.error ??= error
  for (const { reject } of member.waiting.splice(0)) reject(member.error)
}

function threadError(reason: string): Error {
  return inputError(
    `a thread that decides has failed: ${reason.split('\n')[0]}`,
    'what was printed is not whole; try again with --jobs 1',
  )
}
