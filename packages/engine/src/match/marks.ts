/** Some bits of a row, as the few words that they stand in. */

export interface Marks {
  readonly words: number[]
  /** The bits of each word. */
  readonly bits: number[]
}

export function noMarks(): Marks {
  return { words: [], bits: [] }
}

/** Lines come in their order, so that the word of the last one is the last. */
export function mark({ words, bits }: Marks, line: number): void {
  const word = line >> 5
  const bit = 1 << (line & 31)
  const last = words.length - 1
  if (last >= 0 && words[last] === word) bits[last] = (bits[last] ?? 0) | bit
  else {
    words.push(word)
    bits.push(bit)
  }
}
