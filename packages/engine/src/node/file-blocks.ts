/**
 * A file's bytes in blocks, each in the same memory.
 *
 * A stream makes a new buffer for each block, which at a gigabyte a second piles up faster than it is collected.
 */
import { open } from 'node:fs/promises'

/** A block holds until the next is asked for; whoever keeps it copies it. */
export async function* fileBlocks(path: string, blockBytes: number): AsyncIterable<Uint8Array> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    // One more than there is, so that a small file is read at once and ends at the second try; pipes have no size.
    const block = Buffer.allocUnsafeSlow(size === 0 ? blockBytes : Math.min(blockBytes, size + 1))
    for (;;) {
      const { bytesRead } = await file.read(block, 0, block.length, null)
      if (bytesRead === 0) return
      yield block.subarray(0, bytesRead)
    }
  } finally {
    await file.close()
  }
}
