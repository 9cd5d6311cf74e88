import { describe, expect, it } from 'vitest'
import { type Field, parseField } from '../contracts/fields.js'
import type { Scalar } from '../contracts/predicate.js'
import { checkScalar } from './scalar.js'

function field(name: string): Field {
  const parsed = parseField(name)
  if (parsed === null) throw new Error(name)
  return parsed
}

describe('a plain value', () => {
  it.each<readonly [string, Scalar]>([
    ['title', 'x'],
    ['severity', 'HIGH'],
    ['criticality', 3],
    ['account', '012345678901'],
    ['asff:A.B', true],
    ['resource.tags.a', '3'],
  ])('may stand behind `%s`: %j', (name, value) => expect(checkScalar(value, field(name))).toBeNull())

  it.each<readonly [string, Scalar, string, string]>([
    ['title', true, 'rules.operator', '`title` is a text, not the boolean `true`'],
    ['resource.tags.a', 3, 'rules.operator', '`resource.tags.a` is a text, not the number `3`'],
    ['criticality', '3', 'rules.operator', '`criticality` is a number, not the text `3`'],
    ['updated', '2026-11-21T00:00:00.000Z', 'rules.operator', '`updated` is a time, which no value equals'],
    ['format', 'ASFF', 'document.value', '`format` is never `ASFF`'],
    ['resource.account', '1', 'document.value', '`1` is no account id'],
  ])('never stands in `%s`: %j', (name, value, code, message) => {
    expect(checkScalar(value, field(name))).toMatchObject({ code, message })
  })
})
