/** Which findings a rule matches, by an index over equal values, so that ten thousand rules are checked in seconds. */
import type { Facts } from './facts.js'
import { ruleHolds } from './judge.js'
import type { Clause, Rule } from './rule.js'

export interface MatchCounter {
  /** Indexes of the findings that these clauses match; `null` once one of them may not be matched. */
  matched(rule: Pick<Rule, 'clauses'>, mayMatch?: (index: number) => boolean): readonly number[] | null
}

export function createMatchCounter(all: readonly Facts[]): MatchCounter {
  const every = all.map((_, index) => index)
  const postings = new Map<string, Map<string | number, number[]>>()
  for (const [index, facts] of all.entries()) {
    for (const [field, value] of Object.entries(facts)) {
      const byValue = postings.get(field) ?? new Map<string | number, number[]>()
      postings.set(field, byValue)
      const list = byValue.get(value)
      if (list === undefined) byValue.set(value, [index])
      else list.push(index)
    }
  }

  function candidates(clause: Clause): readonly (readonly number[])[] | null {
    if (clause.operator !== 'equals' && clause.operator !== 'one-of') return null
    return [clause.value].flat().flatMap((value) => [postings.get(clause.field)?.get(value) ?? []])
  }

  return {
    matched({ clauses }, mayMatch = () => true) {
      let smallest: readonly (readonly number[])[] = [every]
      for (const clause of clauses) {
        const lists = candidates(clause)
        if (lists !== null && sizeOf(lists) < sizeOf(smallest)) smallest = lists
      }
      const found: number[] = []
      for (const list of smallest) {
        for (const index of list) {
          const facts = all[index]
          if (facts === undefined || !ruleHolds({ clauses }, facts)) continue
          if (!mayMatch(index)) return null
          found.push(index)
        }
      }
      return found
    },
  }
}

function sizeOf(lists: readonly (readonly number[])[]): number {
  return lists.reduce((sum, { length }) => sum + length, 0)
}
