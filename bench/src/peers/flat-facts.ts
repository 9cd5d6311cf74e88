/** The fields that the rules name, taken out of a finding once, for engines that want named facts. */
import { pathOf, valueAt } from '../workload/facts.js'
import type { RawFinding } from '../workload/findings.js'
import type { Rule } from '../workload/rule.js'

export function flatFacts(rules: readonly Rule[]): (finding: RawFinding) => Record<string, unknown> {
  const fields = [...new Set(rules.flatMap(({ clauses }) => clauses.map(({ field }) => field)))]
  const paths = fields.map((field) => ({ field, path: pathOf(field) }))
  return (finding) => {
    const facts: Record<string, unknown> = {}
    for (const { field, path } of paths) {
      const value = valueAt(finding, path)
      if (value !== undefined) facts[field] = value
    }
    return facts
  }
}
