/**
 * Splits a stream of bytes into lines while holding one line only.
 *
 * Bytes are split, not text, so that a character across two chunks is whole again; a line over the limit is
 * dropped as it arrives and reported with its number, so that memory stays constant whatever comes.
 */

export type Line =
  | { readonly kind: 'line'; readonly number: number; readonly bytes: Buffer; readonly ended: boolean }
  | { readonly kind: 'too-long'; readonly number: number }

/** Lines without their `\n`, numbered from 1. `limitOf` gives the most bytes that a line may have, by its number. */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array | string>,
  limitOf: (line: number) => number,
): AsyncIterable<Line> {
  let number = 1
  let size = 0
  let parts: Buffer[] = []
  const take = (ended: boolean): Line => {
    const tooLong = size > limitOf(number)
    const line: Line = tooLong
      ? { kind: 'too-long', number }
      : { kind: 'line', number, bytes: parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts), ended }
    number += 1
    size = 0
    parts = []
    return line
  }
  const keep = (part: Buffer) => {
    size += part.length
    if (size > limitOf(number)) parts = []
    else if (part.length > 0) parts.push(part)
  }
  for await (const chunk of wholeText(chunks)) {
    let start = 0
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, start)) {
      keep(chunk.subarray(start, end))
      yield take(true)
      start = end + 1
    }
    keep(chunk.subarray(start))
  }
  if (size > 0) yield take(false)
}

/** Bytes of each chunk; of text, a surrogate pair that two chunks share is put together first. */
async function* wholeText(chunks: AsyncIterable<Uint8Array | string>): AsyncIterable<Buffer> {
  let held = ''
  for await (const chunk of chunks) {
    if (typeof chunk !== 'string') {
      yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
      continue
    }
    const text = held + chunk
    const last = text.charCodeAt(text.length - 1)
    held = last >= 0xd800 && last <= 0xdbff ? text.slice(-1) : ''
    yield Buffer.from(held === '' ? text : text.slice(0, -1))
  }
  if (held !== '') yield Buffer.from(held)
}
