/**
 * Memory for chunks that goes to a thread and comes back.
 *
 * Without it every chunk would be new memory, handed over to a thread that has no reason to collect it soon: tens of
 * megabytes that nobody needs.
 */

export interface BufferPool {
  take(size: number): Uint8Array<ArrayBuffer>
  /** Takes back what a thread has done with; what is of no use is dropped. */
  give(buffers: readonly ArrayBuffer[]): void
}

/** For chunks of about `usual` bytes. Small ones, of small files, get memory of their own. */
export function createBufferPool(usual: number): BufferPool {
  const length = usual + Math.ceil(usual / 4)
  const free: ArrayBuffer[] = []
  return {
    take(size) {
      if (size < usual / 4 || size > length) return new Uint8Array(size)
      return new Uint8Array(free.pop() ?? new ArrayBuffer(length), 0, size)
    },
    give(buffers) {
      for (const buffer of buffers) if (buffer.byteLength === length) free.push(buffer)
    },
  }
}
