/** The bytes of a stream of bytes or text. */

/** Bytes of each chunk; of text, a surrogate pair that two chunks share is put together first. */
export async function* wholeText(chunks: AsyncIterable<Uint8Array | string>): AsyncIterable<Buffer> {
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
