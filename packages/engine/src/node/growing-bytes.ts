/**
 * Bytes that are put together piece by piece.
 *
 * They are copied into one buffer that doubles, because ten million pieces kept as ten million buffers fill the memory.
 */

export interface GrowingBytes {
  size(): number
  add(part: Uint8Array): void
  /** All of them, as a view that holds until something is added. */
  bytes(): Buffer
  clear(): void
}

const firstCapacity = 64 * 1024

export function createGrowingBytes(): GrowingBytes {
  let room = Buffer.alloc(0)
  let size = 0
  return {
    size: () => size,
    add(part) {
      if (size + part.length > room.length) {
        const wider = Buffer.allocUnsafeSlow(Math.max(firstCapacity, room.length * 2, size + part.length))
        wider.set(room.subarray(0, size))
        room = wider
      }
      room.set(part, size)
      size += part.length
    },
    bytes: () => room.subarray(0, size),
    clear() {
      size = 0
    },
  }
}
