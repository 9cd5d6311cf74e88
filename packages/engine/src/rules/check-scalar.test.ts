import fc from 'fast-check'
import { expect, it } from 'vitest'
import { scalarProblem } from './check-scalar.js'

it.each<[unknown, string]>([
  [1, '1'],
  [-1, '-1'],
  [0, '0'],
  [1.5, '1.5'],
  [123456789, '123456789'],
  [true, 'true'],
  [null, 'null'],
  [null, ''],
])('%j written `%s` is canonical', (value, source) => {
  expect(scalarProblem(value, source)).toBeNull()
})

it.each([
  [10, '010', 'yaml.number', 'write `10`; if it is text, quote it: "010"'],
  [31, '0x1F', 'yaml.number', 'write `31`; if it is text, quote it: "0x1F"'],
  [8, '0o10', 'yaml.number', 'write `8`; if it is text, quote it: "0o10"'],
  [5, '+5', 'yaml.number', 'write `5`; if it is text, quote it: "+5"'],
  [-0, '-0', 'yaml.number', 'write `0`; if it is text, quote it: "-0"'],
  [0.5, '.5', 'yaml.number', 'write `0.5`; if it is text, quote it: ".5"'],
  [0.1, '0.1000000000000000055', 'yaml.number', 'write `0.1`; if it is text, quote it: "0.1000000000000000055"'],
  [2 ** 53, '9007199254740993', 'yaml.number', 'if it is text, quote it: "9007199254740993"'],
  [Number.POSITIVE_INFINITY, '1e400', 'yaml.number', 'if it is text, quote it: "1e400"'],
  [Number.NaN, '.nan', 'yaml.number', 'if it is text, quote it: ".nan"'],
  [12345678901, '012345678901', 'yaml.unquoted', 'quote it: "012345678901"'],
  [true, 'TRUE', 'yaml.scalar', 'write `true`; if it is text, quote it: "TRUE"'],
  [null, '~', 'yaml.scalar', 'write `null`; if it is text, quote it: "~"'],
])('%j written `%s` is refused (%s)', (value, source, code, hint) => {
  expect(scalarProblem(value, source)).toMatchObject({ code, hint })
})

it('every safe number as JavaScript prints it is canonical, but for twelve digits', () => {
  fc.assert(
    fc.property(fc.oneof(fc.maxSafeInteger(), fc.integer()), (value) => {
      const source = String(value)
      expect(scalarProblem(value, source) === null).toBe(!/^[0-9]{12}$/.test(source))
    }),
  )
})
