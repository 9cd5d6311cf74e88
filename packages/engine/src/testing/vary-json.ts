/**
 * Varies JSON for tests: members that are set or taken away at random, and texts that mean the same written otherwise.
 */
import fc from 'fast-check'
import { isJsonObject, type Json } from '../contracts/json.js'

/** Paths to every member of a value, the value itself first. */
export function pathsOf(value: Json, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([key, member]) => pathsOf(member, [...path, key]))]
}

/** The same value with one member set, or taken away. */
export function vary(value: Json, [key, ...rest]: readonly string[], next: Json | undefined): Json {
  if (key === undefined) return next ?? value
  if (Array.isArray(value)) return value.map((item, index) => (String(index) === key ? vary(item, rest, next) : item))
  if (!isJsonObject(value)) return value
  const { [key]: member = null, ...others } = value
  if (rest.length === 0) return next === undefined ? others : { ...others, [key]: next }
  return { ...others, [key]: vary(member, rest, next) }
}

/** Texts of JSON for a value: with white space, escapes that need not be, members in any order and names that come twice. */
export function textsOf(value: Json): fc.Arbitrary<string> {
  const space = fc.constantFrom('', '', '', ' ', '\n', '\t', '\r ')
  if (typeof value === 'string') return textOf(value)
  if (Array.isArray(value)) {
    const items: readonly Json[] = value
    return fc.tuple(space, ...items.map(textsOf)).map(([gap, ...texts]) => `[${gap}${texts.join(`${gap},`)}${gap}]`)
  }
  if (!isJsonObject(value)) return fc.constant(JSON.stringify(value))
  const members = Object.entries(value).map(([key, member]) =>
    fc.tuple(textOf(key), space, textsOf(member)).map(([name, gap, text]) => `${name}${gap}:${gap}${text}`),
  )
  const doubles = Object.keys(value).slice(0, 2)
  const double = fc
    .option(fc.tuple(fc.constantFrom('"Id"', ...doubles.map((key) => JSON.stringify(key))), fc.json({ maxDepth: 2 })), {
      nil: null,
    })
    .map((pair) => (pair === null ? [] : [`${pair[0]}:${pair[1]}`]))
  return fc
    .tuple(
      space,
      double,
      fc.tuple(...members).chain((texts) => fc.shuffledSubarray(texts, { minLength: texts.length })),
    )
    .map(([gap, first, texts]) => {
      // What comes twice must come last as it is meant.
      const known = new Set(Object.keys(value).map((key) => JSON.stringify(key)))
      const kept = first.filter((text) => known.has(text.slice(0, text.indexOf(':'))))
      return `{${gap}${[...kept, ...texts].join(`${gap},${gap}`)}${gap}}`
    })
}

/** A string with some of its characters written as escapes. */
function textOf(value: string): fc.Arbitrary<string> {
  const plain = JSON.stringify(value)
  return fc.oneof(
    { weight: 20, arbitrary: fc.constant(plain) },
    {
      weight: 1,
      arbitrary: fc.constant(
        `"${Array.from({ length: value.length }, (_, at) => `\\u${value.charCodeAt(at).toString(16).padStart(4, '0')}`).join('')}"`,
      ),
    },
  )
}
