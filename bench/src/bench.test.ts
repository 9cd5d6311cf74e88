/** The benchmark compares like with like: one workload for one seed, one to three matches, the same ones everywhere. */
import { describe, expect, it } from 'vitest'
import { redressRows } from './engines/redress.js'
import { compareMatches, differenceIn } from './measure/compare.js'
import { timeRounds } from './measure/rounds.js'
import { parseOptions } from './options.js'
import { scriptPeers } from './peers/index.js'
import { makeFindings } from './workload/findings.js'
import { fitOf, makeWorkload, readWorkload, writtenWorkload } from './workload/workload.js'

const texts = makeFindings(7, 200)
const workload = makeWorkload('mixed', 7, texts, 50)

describe('the workload', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(makeFindings(7, 200)).toEqual(texts)
    expect(makeWorkload('mixed', 7, texts, 50)).toEqual(workload)
    expect(makeFindings(8, 1)).not.toEqual(texts.slice(0, 1))
    expect(makeWorkload('mixed', 8, texts, 50).rules).not.toEqual(workload.rules)
  })

  it.each([10, 50, 400])('has %i rules, of which one to three match each finding', (count) => {
    const { rules, expected } = makeWorkload('mixed', 7, texts, count)
    expect(rules.length).toBe(count)
    expect(fitOf({ expected }).min).toBe(1)
    expect(fitOf({ expected }).max).toBeLessThanOrEqual(3)
  })

  it('has rules of two to five clauses on different fields', () => {
    for (const { clauses } of workload.rules) {
      expect(clauses.length).toBeGreaterThanOrEqual(2)
      expect(clauses.length).toBeLessThanOrEqual(5)
      expect(new Set(clauses.map(({ field }) => field)).size).toBe(clauses.length)
    }
  })

  it('of the same three fields has as many rules as are asked for, also more than there are findings', () => {
    const { rules } = makeWorkload('same-fields', 7, texts, 1000)
    expect(rules.length).toBe(1000)
  })

  it('is read as it was written', () => {
    expect(readWorkload(writtenWorkload(workload))).toEqual(workload)
  })

  it('of the same three fields has nothing but equality on them', () => {
    const { rules } = makeWorkload('same-fields', 7, texts, 50)
    const shapes = rules.map(({ clauses }) => clauses.map(({ field, operator }) => `${field} ${operator}`).join())
    expect(new Set(shapes)).toEqual(new Set(['control equals,account equals,region equals']))
  })
})

describe('the matches of', () => {
  const engines = [...redressRows, ...scriptPeers]

  it.each(engines)('$name, from $input, are the ones expected', async (engine) => {
    expect(await compareMatches(engine, await engine.load(workload), workload)).toBe(200)
  })

  it('an engine that differs are told by rule', () => {
    expect(differenceIn(['a', 'b'], ['b', 'a'])).toBeNull()
    expect(differenceIn(['a'], ['a', 'b'])).toBe('does not match rule b')
    expect(differenceIn(['a', 'b'], ['a'])).toBe('wrongly matches rule b')
    expect(differenceIn(['a', 'b'], ['a'], new Set(['b']))).toBeNull()
  })
})

it('rounds take turns, and the median counts', async () => {
  const asked: string[] = []
  const speeds = { slow: [4, 4, 4, 8, 2], fast: [1, 1, 1, 1, 1] }
  const engine = (name: 'slow' | 'fast') => ({
    time: (_start: number, count: number) => {
      asked.push(name)
      return count * (speeds[name].shift() ?? 4)
    },
  })
  const [slow, fast] = await timeRounds([engine('slow'), engine('fast')], { rounds: 3, seconds: 0.004 })
  expect(asked.slice(-6)).toEqual(['slow', 'fast', 'slow', 'fast', 'slow', 'fast'])
  expect(slow?.median).toBe(250)
  expect(fast?.median).toBe(1000)
})

it('the command line says what is measured', () => {
  expect(parseOptions(['--rules', '10,100', '--json', '--hostile'])).toMatchObject({ rules: [10, 100], json: '-' })
  expect(parseOptions(['--only', 'load'])?.parts).toEqual(new Set(['load']))
  expect(() => parseOptions(['--only', 'laod'])).toThrow('there is no part `laod`')
  expect(() => parseOptions(['--findings', 'many'])).toThrow('--findings wants numbers above 0, not `many`')
})
