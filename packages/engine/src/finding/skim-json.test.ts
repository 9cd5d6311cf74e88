import { describe, expect, it } from 'vitest'
import { skimJson, tableOf } from './skim-json.js'

const table = tableOf({ a: 'take', b: 'note', stop: 'stop', o: { x: 'take' }, long: 'take' })

describe('skimming an object', () => {
  it.each([
    ['{}', {}],
    [' {\t"a" :\r\n 1 } ', { a: 1 }],
    ['{"a":"x","c":[{"}":"]"}],"b":[1,2]}', { a: 'x', b: null }],
    ['{"a":"\\"\\\\","c":"\\\\","long":"z"}', { a: '"\\', long: 'z' }],
    ['{"c":"\\"a\\":1","a":-0.5e3}', { a: -500 }],
    ['{"a":1,"a":2}', { a: 2 }],
    ['{"o":{"x":[1,{"y":2}],"z":3}}', { o: { x: [1, { y: 2 }] } }],
    ['{"o":[{"x":1},7,{"z":2}]}', { o: [{ x: 1 }, 7, {}] }],
    ['{"o":null}', { o: null }],
    ['{"__proto__":{"a":1}}', {}],
  ])('`%s` gives what is wanted of it', (text, expected) => expect(skimJson(text, table, 64)).toEqual(expected))

  it.each([
    ['no object', '[1]'],
    ['nothing', ''],
    ['a name with escapes, which may stand for any', '{"\\u0061":1}'],
    ['a name to stop at', '{"stop":1}'],
    ['text behind the end', '{"a":1} x'],
    ['an end that is missing', '{"a":1'],
    ['a string without an end', '{"c":"x'],
    ['a comma that is missing', '{"a":1 "b":2}'],
    ['a wanted value that is no JSON', '{"a":1x}'],
  ])('is left to the parser for %s', (_, text) => expect(skimJson(text, table, 64)).toBeNull())

  it.each([
    [3, '{"c":[[1]]}', {}],
    [2, '{"c":[[1]]}', null],
    [2, '{"o":{"x":1}}', { o: { x: 1 } }],
    [1, '{"o":{"x":1}}', null],
  ])('to %d levels: `%s`', (deepest, text, expected) => expect(skimJson(text, table, deepest)).toEqual(expected))
})
