/** What someone could send, or write, to make an engine slow. */

import { createRandom } from '../workload/random.js'
import type { Clause } from '../workload/rule.js'
import { type HostileCase, type HostileRule, plainRules } from './hostile-case.js'

/** `texts` are findings of the usual kind, which some cases stretch. */
export function hostileCases(texts: readonly string[], usual: readonly (readonly Clause[])[]): readonly HostileCase[] {
  return [
    { name: 'one rule, anything but 1,000 strings', rules: plainRules([[anythingBut(1000)]]), texts },
    { name: 'one rule, anything but 10,000 strings', rules: plainRules([[anythingBut(10_000)]]), texts },
    {
      name: 'ten wildcards such as a*a*a*b, titles of 8 KB of `a`',
      rules: plainRules(wildcards),
      texts: texts.slice(0, 20).map(longTitle),
    },
    {
      name: '200 regular expressions, titles of 8 KB',
      rules: patterns(200),
      texts: texts.slice(0, 20).map(longTitle),
    },
    {
      name: `${usual.length} usual rules, findings of 173 KB`,
      rules: plainRules(usual),
      isLeaned: true,
      texts: texts.slice(0, 10).map(heavy),
    },
    {
      name: `${usual.length} usual rules, 1,000 resources with 10 tags each`,
      rules: plainRules(usual),
      isLeaned: true,
      texts: texts.slice(0, 10).map(crowded),
    },
    { name: 'one rule of 1,000 alternatives, each inside the one before', rules: [nested(1000)], texts },
  ]
}

function anythingBut(count: number): Clause {
  const random = createRandom(count, 'hostile')
  const value = Array.from({ length: count }, () => random.text(12, 'abcdefghijklmnop'))
  return { field: 'resource.id', operator: 'anything-but', value: [...new Set(value)] }
}

const wildcards = Array.from({ length: 10 }, (_, index): readonly Clause[] => [
  {
    field: 'title',
    operator: 'wildcard',
    value: `${'a*'.repeat(3 + (index % 5))}${'a'.repeat(Math.floor(index / 5))}b`,
  },
])

/** None of them can be told early: each looks for its word to the end of the text. */
function patterns(count: number): readonly HostileRule[] {
  const random = createRandom(count, 'patterns')
  return Array.from({ length: count }, (_, index) => {
    const regex = JSON.stringify(`.*(${random.text(8, 'abc')}|${random.text(8, 'abc')}).*[0-9]+`)
    return { id: `h${index}`, redress: `match: { title: { regex: ${regex} } }`, eventRuler: null, quamina: null }
  })
}

function longTitle(text: string): string {
  return JSON.stringify({ ...JSON.parse(text), Title: 'a'.repeat(8192) })
}

/** The details of the resource fill it up; the service takes findings of up to 240 KB. */
function heavy(text: string): string {
  const finding = JSON.parse(text)
  const [resource] = finding.Resources
  const entry = (index: number) => ({ Key: `setting-${index}`, Value: 'x'.repeat(60), Enabled: index % 2 === 0 })
  const count = Math.ceil((173_000 - text.length) / JSON.stringify(entry(1000)).length)
  const details = { ...resource.Details, Other: Array.from({ length: count }, (_, index) => entry(1000 + index)) }
  return JSON.stringify({ ...finding, Resources: [{ ...resource, Details: details }] })
}

function crowded(text: string): string {
  const finding = JSON.parse(text)
  const [resource] = finding.Resources
  const tags = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`key-${index}`, `value-${index}`]))
  const resources = Array.from({ length: 1000 }, (_, index) => ({
    ...resource,
    Id: `${resource.Id}-${index}`,
    Tags: tags,
    Details: {},
  }))
  return JSON.stringify({ ...finding, Resources: resources })
}

/** event-ruler has `$or`, which it takes apart into rules of its own: 1,000 of them here, one with all clauses. */
function nested(depth: number) {
  let redress = '{ control: S3.1 }'
  let pattern: unknown = { Region: ['eu-west-1'] }
  for (let level = 0; level < depth; level++) {
    redress = `{ any: [{ region: eu-west-1 }, ${redress}] }`
    pattern = { $or: [{ Region: ['eu-west-1'] }, pattern] }
  }
  return { id: 'h0', redress: `match: ${redress}`, eventRuler: JSON.stringify(pattern), quamina: null }
}
