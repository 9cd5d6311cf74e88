/** What no engine that reads text in JavaScript can beat: parsing it, and looking at each of its characters. */
import type { Engine } from '../engine.js'
import { at, inProcess } from './in-process.js'

export const limits: readonly Engine[] = [
  limit('JSON.parse alone', (text) => (JSON.parse(text) === null ? 0 : 1)),
  limit('one pass over the text', (text) => {
    let sum = 0
    for (let index = 0; index < text.length; index++) sum = (sum + text.charCodeAt(index)) | 0
    return sum
  }),
]

function limit(name: string, work: (text: string) => number): Engine {
  return {
    name,
    input: 'text',
    isLimit: true,
    load: async ({ texts }) =>
      inProcess(
        texts.length,
        () => [],
        (index) => work(at(texts, index)),
      ),
  }
}
