import { describe, expect, it } from 'vitest'
import { skimAsff } from './skim-asff.js'
import { SkimmedMembers, SkimmedResource } from './skimmed-members.js'

function skimmed(text: string) {
  const found = skimAsff(text)
  if (found === null) return null
  return {
    body: new SkimmedMembers(text, found.body, found.hasEscapes),
    resources: found.resources.map((places) => new SkimmedResource(text, places, found.hasEscapes)),
  }
}

const none = '"Resources":[]'

describe('a member of a skimmed finding', () => {
  it.each<readonly [string, 'title' | 'severityLabel' | 'severityNormalized' | 'note' | 'resourceOwner', unknown]>([
    ['"Title":"a"', 'title', 'a'],
    [' "Title" :\r\n\t"a" ', 'title', 'a'],
    ['"Title":"\\u0061\\""', 'title', 'a"'],
    ['"Other":"\\\\","Title":"a"', 'title', 'a'],
    ['"Other":{"Title":"b","x":["}"]},"Title":"a"', 'title', 'a'],
    ['"Other":"x"', 'title', undefined],
    ['"Title":null', 'title', null],
    ['"Title":"a","Title":"b"', 'title', 'b'],
    ['"Title":{"a":[1]}', 'title', { a: [1] }],
    ['"Severity":{"Normalized":-0.5e3}', 'severityNormalized', -500],
    ['"Severity":{"Label":"LOW"},"Severity":{}', 'severityLabel', undefined],
    ['"Severity":7', 'severityLabel', null],
    ['"Note":{}', 'note', {}],
    ['"ProductFields":{"ResourceOwnerAccount":"1"}', 'resourceOwner', '1'],
    ['"Title":tru', 'title', null],
  ])('of %s: %s', (members, name, value) => expect(skimmed(`{${members},${none}}`)?.body[name]).toEqual(value))

  it('may stand far behind in the text', () => {
    const text = `{"Description":"${'x'.repeat(60_000)}","Title":"a","Resources":[{"Id":"b","Tags":{"c":"d"}}]}`
    expect(skimmed(text)?.body.title).toBe('a')
    expect(skimmed(text)?.resources.map(({ id }) => id)).toEqual(['b'])
    expect(skimmed(text)?.resources[0]?.tag('c')).toBe('d')
  })

  it('may be one of a resource', () => {
    const text = '{"Resources":[{"Id":"a"}],"Resources":[{"Id":"b","Tags":{"x":"y"}},{"Type":"T","Id":"c"}]}'
    expect(skimmed(text)?.resources.map(({ id, type, tags }) => [id, type, tags])).toEqual([
      ['b', undefined, { x: 'y' }],
      ['c', 'T', undefined],
    ])
  })
})

describe('a text', () => {
  it.each([
    ['no object', '[1]'],
    ['nothing', ''],
    ['a name with escapes, which may stand for any', `{"\\u0061":1,${none}}`],
    ['a name that says that it is something else', `{"detail":1,${none}}`],
    ['text behind the end', `{${none}} x`],
    ['an end that is missing', `{${none}`],
    ['a string without an end', `{${none},"c":"x`],
    ['a list without an end', `{${none},"c":["x"`],
    ['a comma that is missing', `{"a":1 ${none}}`],
    ['no resources', '{"Id":"a"}'],
    ['resources that are no list', '{"Resources":{}}'],
    ['a resource that is no object', '{"Resources":[{},7]}'],
    ['too many resources', `{"Resources":[${Array.from({ length: 33 }, () => '{}')}]}`],
    ['characters beyond ASCII', `{"Title":"é",${none}}`],
    ['more characters than there are places for', `{"Title":"${'a'.repeat(65_536)}",${none}}`],
    ['so many that their bytes are cut short', `{"Title":"a${'é'.repeat(40_000)}${'a'.repeat(25_507)}",${none}}`],
    ['a zero in a list', `{"c":[\u0000,${none}}`],
  ])('with %s is left to the parser', (_, text) => expect(skimAsff(text)).toBeNull())

  it.each([
    [63, true],
    [64, false],
  ])('with %d levels inside a member is skimmed: %s', (levels, taken) => {
    const deep = `${'['.repeat(levels)}${']'.repeat(levels)}`
    expect(skimAsff(`{"c":${deep},${none}}`) !== null).toBe(taken)
  })
})
