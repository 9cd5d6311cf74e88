import { expect, it } from 'vitest'
import type { Predicate } from '../contracts/predicate.js'
import { Leftovers } from './leftovers.js'

const is = (value: string): Predicate => ({ is: 'in', values: [value] })
const aged: Predicate = { is: 'older', than: 1 }

it('equal clauses about one field have one number', () => {
  const leftovers = new Leftovers()
  expect([leftovers.numberOf(0, is('a')), leftovers.numberOf(0, is('a')), leftovers.numberOf(1, is('a'))]).toEqual([
    0, 0, 1,
  ])
})

it('clauses hold together as logic with three values has it, anew for each subject', () => {
  const leftovers = new Leftovers()
  const [a, b, doubt] = [leftovers.numberOf(0, is('a')), leftovers.numberOf(1, is('b')), leftovers.numberOf(0, aged)]
  leftovers.close([[], [a], null, [a, b], [a, doubt], [doubt, b]])
  const truths = () => [0, 1, 2, 3, 4, 5].map((line) => leftovers.truth(line))
  leftovers.begin(['a', 'b'], 0)
  expect([truths(), truths()]).toEqual(Array(2).fill(['yes', 'yes', null, 'yes', 'unknown', 'unknown']))
  leftovers.begin(['a', null], 0)
  expect(truths()).toEqual(['yes', 'yes', null, 'no', 'unknown', 'no'])
})
