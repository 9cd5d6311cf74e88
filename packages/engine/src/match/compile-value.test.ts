import { describe, expect, it } from 'vitest'
import { parseField } from '../contracts/fields.js'
import type { Json } from '../contracts/json.js'
import { type Compilation, compileValue, inDoubt } from './compile-value.js'
import { createJudge } from './create-judge.js'

function compile(value: Json, room = 100) {
  const field = parseField('types')
  if (field === null) throw new Error('no field')
  const reported: string[] = []
  let entered = 0
  const compilation: Compilation = {
    groups: {},
    report: (pointer, at, code) => reported.push(`${pointer} ${at} ${code}`),
    enter: () => {
      entered += 1
      return entered <= room
    },
  }
  const clause = compileValue(value, field, '/p', 1, compilation)
  return { clause, reported, entered }
}

describe('a value behind a field', () => {
  it('costs one part, however many plain values its list has', () => {
    expect(compile('a').entered).toBe(1)
    expect(compile(Array.from({ length: 1000 }, (_, index) => `t${index}`)).entered).toBe(1)
    expect(compile(['a', { prefix: 'b' }, { prefix: 'c' }]).entered).toBe(3)
  })

  it('is in doubt beyond the limits', () => expect(compile('a', 0).clause).toBe(inDoubt))

  it('is any of its plain values and operators', () => {
    const { clause } = compile(['a', 'b', { prefix: 'x' }])
    expect([['b'], ['xy'], ['c'], ['c', 'a']].map((values) => createJudge(clause)(values, 0))).toEqual([
      'yes',
      'yes',
      'no',
      'yes',
    ])
  })

  it('that is wrong is reported at its place and stays in doubt', () => {
    const { clause, reported } = compile([{ prefx: 'a' }, null])
    expect(reported).toEqual(['/p/0/prefx key rules.unknown-operator', '/p/1 value rules.operator'])
    expect([createJudge(clause)(['a'], 0), createJudge(clause)(null, 0)]).toEqual(['unknown', 'unknown'])
  })
})
