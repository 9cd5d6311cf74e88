import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeOf } from './places.js'
import { tagAt, tagPlaces } from './skimmed-tags.js'

const before = '{"Tags":'

function tagsIn(json: string) {
  return tagPlaces(`${before}${json},"x":{}}`, placeOf(before.length, before.length + json.length))
}

function tagIn(json: string, name: string) {
  const places = tagsIn(json)
  return places === null ? 'to be parsed' : tagAt(`${before}${json}`, places, name)
}

describe('one tag', () => {
  it.each([
    ['{"a":"x","ab":"y"}', 'x'],
    ['{"ab":"y","a":"x"}', 'x'],
    ['{ "a" : "x" , "b" : "y" }', 'x'],
    ['{"a":""}', ''],
    ['{"a":"x","a":"y"}', 'y'],
    ['{"b":"a"}', undefined],
    ['{}', undefined],
    ['{ }', undefined],
  ])('of %s', (json, value) => expect(tagIn(json, 'a')).toBe(value))
})

it.each(['{"a":1}', '{"a":"x","b":null}', '{"a":{"b":"c"}}', '{"a":["x"]}', '[]', 'null', '7', '"a"', '{\n"a":"x"}'])(
  '%s is parsed',
  (json) => expect(tagsIn(json)).toBeNull(),
)

it.each(['{"a":"x"', '{"a":"x",}', '{"a" "x"}', '{"a":"x" "b":"y"}', '{"a":"x"}}', '{"a', '{"a":"', '{"a":x"}'])(
  '%s, which is no JSON, is parsed',
  (json) => expect(tagPlaces(json, placeOf(0, json.length))).toBeNull(),
)

it('as many tags as AWS allows are told one by one, and a hundred are parsed', () => {
  const tags = (count: number) =>
    JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, at) => [at, 'x'])))
  expect([tagIn(tags(50), '49'), tagIn(tags(100), '49')]).toEqual(['x', 'to be parsed'])
})

it('what is told of a map without backslashes is what parsing tells', () => {
  const text = fc.string().filter((one) => !JSON.stringify(one).includes('\\'))
  fc.assert(
    fc.property(fc.dictionary(text, text), text, (tags, other) => {
      for (const name of [...Object.keys(tags), other]) {
        const expected = Object.hasOwn(tags, name) ? tags[name] : undefined
        expect(tagIn(JSON.stringify(tags), name)).toBe(expected)
      }
    }),
  )
})
