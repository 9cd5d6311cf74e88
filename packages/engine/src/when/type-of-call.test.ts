import { describe, expect, it } from 'vitest'
import type { Json } from '../contracts/json.js'
import { readExpression } from './read-expression.js'
import type { ScalarType, Type } from './type.js'
import { typeOfCall } from './type-of-call.js'

const one = (of: ScalarType): Type => ({ kind: 'scalar', of })
const list = (...of: readonly ScalarType[]): Type => ({ kind: 'list', of })

function typed(value: Json, types: readonly Type[]): Type | string {
  const { expression } = readExpression(value, '')
  if (expression?.kind !== 'call') throw new Error('no call')
  const { operation } = expression
  if (
    operation === 'some' ||
    operation === 'all' ||
    operation === 'none' ||
    operation === 'filter' ||
    operation === 'map'
  ) {
    throw new Error('an iteration')
  }
  const messages: string[] = []
  const type = typeOfCall(expression, operation, types, { report: (_, message) => messages.push(message) })
  return type ?? messages.join('; ')
}

describe('the type of a call', () => {
  it.each<readonly [Json, readonly Type[], Type | string]>([
    [{ '!': true }, [one('boolean')], one('boolean')],
    [{ '!!': true }, [list('string')], one('boolean')],
    [{ and: [1, 2] }, [one('boolean'), one('number')], '`and` wants conditions, not a number'],
    [{ '==': [1, 2] }, [one('severity'), one('string')], one('boolean')],
    [{ '==': [1, 2] }, [one('time'), one('string')], '`==` cannot compare a time with a text'],
    [
      { '<': [1, 2, 3] },
      [one('number'), one('number'), one('string')],
      '`<` cannot compare a number with a number with a text',
    ],
    [{ '>': [1, 2] }, [one('time'), one('time')], one('boolean')],
    [{ in: [1, [2]] }, [one('number'), list('number')], one('boolean')],
    [{ in: [1, [2]] }, [one('number'), list()], one('boolean')],
    [{ in: [1, [2]] }, [one('number'), one('string')], '`in` wants a list second'],
    [{ if: [true, 1, 2] }, [one('boolean'), one('number'), one('number')], one('number')],
    [{ if: [true, 1, 2] }, [one('boolean'), list('number'), one('number')], '`if` gives single values only'],
    [{ if: [true, 1, 2] }, [one('boolean'), one('number'), one('string')], '`if` gives a number or a text'],
  ])('%j of %j', (value, types, type) => expect(typed(value, types)).toEqual(type))
})
