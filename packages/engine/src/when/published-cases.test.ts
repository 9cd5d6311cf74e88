/**
 * The published cases of JSONLogic: the library passes all of them, and `when` either agrees or says why it does not.
 *
 * `published-cases.json` is the file of jsonlogic.com/tests.json, `[rule, data, result]` between lines of comment. It
 * is taken from `tests/suites/compatible.json` of the crate datalogic-rs 5.4.0 (Apache-2.0), which keeps the same
 * triples as objects; a case without data has `null`. Every case in which `when` differs stands in
 * `published-deviations.yaml` under its reason and what the checker says.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import jsonLogic from 'json-logic-js'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { isJsonObject, type Json } from '../contracts/json.js'
import { sampleFinding, sampleNow } from '../testing/sample-finding.js'
import { compileWhen } from './compile-when.js'

type Case = readonly [rule: Json, data: Json, result: Json]

interface Deviation {
  readonly reason: string
  readonly outcome: 'refused' | 'unknown'
  /** What the checker says → the cases that it says it of. */
  readonly cases: { readonly [message: string]: readonly string[] }
}

const read = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8')
const lines: readonly (string | Case)[] = JSON.parse(read('published-cases.json'))
const cases = lines.filter((line) => typeof line !== 'string')
const deviations: readonly Deviation[] = parse(read('published-deviations.yaml'))

/** Rules repeat with other data, which matters only to what is unknown. */
const nameOf = ([rule, data]: Case, outcome: string) =>
  outcome === 'unknown' ? `${JSON.stringify(rule)} of ${JSON.stringify(data)}` : JSON.stringify(rule)

const listed = new Map(
  deviations.flatMap(({ outcome, cases }) =>
    Object.entries(cases).flatMap(([message, names]) =>
      names.map((name): [string, string] => [`${outcome} ${name}`, message]),
    ),
  ),
)

/**
 * The rule with its names as raw paths, so that the data of the case can be the body of a finding. Inside an iteration
 * names are those of the item and stay.
 */
function bind(value: Json, inItem = false): Json {
  if (Array.isArray(value)) return value.map((item: Json) => bind(item, inItem))
  if (!isJsonObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([operator, operand]): [string, Json] => {
      const operands: readonly Json[] = Array.isArray(operand) ? operand : [operand]
      const bound = operands.map((each, index) => {
        const isName = operator === 'missing' || (operator === 'var' && index === 0)
        if (isName && !inItem && typeof each === 'string' && each !== '') return `asff:${each}`
        return bind(each, inItem || (iterations.includes(operator) && index > 0))
      })
      return [operator, Array.isArray(operand) ? bound : (bound[0] ?? null)]
    }),
  )
}

const iterations = ['some', 'all', 'none', 'filter', 'map', 'reduce']

/** What `when` makes of a case. One that gives a text or a number is asked whether it equals that. */
function judge([rule, data, result]: Case): { readonly outcome: string; readonly message: string | null } {
  const isValue = typeof result === 'string' || typeof result === 'number'
  const bound = bind(rule)
  const { condition, problems } = compileWhen(isValue ? { '==': [bound, result] } : bound, '')
  const [problem] = problems
  if (problem !== undefined) return { outcome: 'refused', message: problem.message }
  const finding = sampleFinding({ raw: isJsonObject(data) ? data : {} })
  const { truth, detail } = condition.explain({ finding, resource: null, now: sampleNow })
  if (truth === 'unknown') return { outcome: 'unknown', message: detail }
  const holds = isValue || jsonLogic.truthy(result)
  return { outcome: truth === (holds ? 'yes' : 'no') ? 'same' : 'different', message: null }
}

describe('the published cases', () => {
  it('are all there', () => {
    expect(cases).toHaveLength(278)
    expect(lines.filter((line) => typeof line === 'string')).toHaveLength(24)
  })

  const named = cases.map((each) => [nameOf(each, 'unknown'), each] as const)

  it.each(named)('the library passes %s', (_, [rule, data, result]) => {
    const got: unknown = jsonLogic.apply(JSON.parse(JSON.stringify(rule)), data)
    expect(got).toEqual(result)
  })

  it.each(named)('`when` agrees or differs as listed: %s', (_, each) => {
    const { outcome, message } = judge(each)
    const deviation = listed.get(`${outcome} ${nameOf(each, outcome)}`)
    const wanted = deviation === undefined ? { outcome: 'same', message: null } : { outcome, message: deviation }
    expect({ outcome, message }).toEqual(wanted)
  })

  it('are listed only where they differ, and always with a reason', () => {
    const differing = cases.flatMap((each) => {
      const { outcome } = judge(each)
      return outcome === 'same' ? [] : [`${outcome} ${nameOf(each, outcome)}`]
    })
    expect(new Set(listed.keys())).toEqual(new Set(differing))
    expect(deviations.filter(({ reason }) => reason.trim() === '')).toEqual([])
  })
})
