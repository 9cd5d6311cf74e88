import { describe, expect, it } from 'vitest'
import { checkClosedValue, closedValues } from './closed-values.js'

describe('a field with closed values', () => {
  it.each([
    ['severity', 'Hihg', '`severity` is never `Hihg`', 'did you mean `HIGH`?'],
    ['record', 'gone', '`record` is never `gone`', 'it is one of ACTIVE, ARCHIVED'],
    ['account', '12345', '`12345` is no account id', 'an account id has twelve digits'],
    ['resource.account', '123456789012 ', '`123456789012 ` is no account id', 'an account id has twelve digits'],
  ])('%s is never `%s`', (field, value, message, hint) =>
    expect(checkClosedValue(field, value)).toEqual({ message, hint }),
  )

  it('has all of its own', () => {
    for (const [field, values] of closedValues)
      for (const value of values) expect(checkClosedValue(field, value)).toBeNull()
  })

  it('is not one whose values are open', () => expect(checkClosedValue('title', 'anything')).toBeNull())
})
