/** Compares what a case expects with what was decided, planned and done. Each difference is one line for a person. */
import {
  type Change,
  type Decision,
  isJsonObject,
  type Json,
  type Plan,
  type Report,
  sameJson,
  type TestCase,
} from '@redress/engine'

type Expectation = TestCase['expect']

/** Codes are written as a person likes: `ALREADY_COMPLIANT` and `already-compliant` are the same. */
const plain = (code: string): string => code.toLowerCase().replaceAll('_', '-')

/** The reasons, rules and exception of a case. */
export function compareReasons(expect: Expectation, decisions: readonly Decision[], plan: Plan): readonly string[] {
  const codes = [
    ...decisions.flatMap(({ skipped, held }) => [
      ...(skipped === null ? [] : [skipped]),
      ...held.map(({ code }) => code),
    ]),
    ...plan.changes.flatMap(({ verdict }) => (verdict.kind === 'change' ? [] : [verdict.code])),
  ].map(plain)
  const found = codes.length === 0 ? 'nothing was skipped' : `found ${[...new Set(codes)].join(', ')}`
  const differences: string[] = []
  if (expect.skipped !== undefined && !codes.includes(plain(expect.skipped)))
    differences.push(`expected to be skipped by \`${expect.skipped}\`, ${found}`)
  if (expect.guided === true && !codes.includes('guided')) differences.push(`expected a guide for a person, ${found}`)
  if (expect.exception !== undefined && !decisions.some(({ exception }) => exception === expect.exception)) {
    differences.push(`expected the exception \`${expect.exception}\` to be in force`)
  }
  const rules = [...new Set(decisions.flatMap((decision) => decision.rules))]
  if (expect.rules !== undefined && !sameJson(expect.rules, rules))
    differences.push(`expected the rules ${JSON.stringify(expect.rules)}, found ${JSON.stringify(rules)}`)
  return differences
}

/** The changes of a case: exactly these, in this order. */
export function compareChanges(expect: Expectation, planned: readonly Change[]): readonly string[] {
  const wanted = expect.changes ?? (expect.skipped !== undefined || expect.guided === true ? [] : null)
  if (wanted === null) return []
  if (wanted.length !== planned.length) {
    return [
      `expected ${wanted.length} changes, found ${planned.length}: ${planned.map(({ summary }) => summary).join('; ') || 'none'}`,
    ]
  }
  return planned.flatMap((change, index) => {
    const want = wanted[index]
    if (want === undefined) return []
    const place = `change ${index + 1}`
    const differences: string[] = []
    if (want.use !== change.use) differences.push(`${place}: expected \`${want.use}\`, found \`${change.use}\``)
    if (want.target !== undefined && want.target !== change.target)
      differences.push(`${place}: expected the target \`${want.target}\`, found \`${change.target}\``)
    for (const part of ['with', 'before', 'after'] as const) {
      if (want[part] === undefined) continue
      differences.push(...missing(JSON.parse(JSON.stringify(want[part])), change[part], `${place}: ${part}`))
    }
    return differences
  })
}

/** The outcome of each planned change: `applied` unless the case says otherwise. */
export function compareOutcomes(expect: Expectation, report: Report): readonly string[] {
  const acted = report.outcomes.filter(({ change }) => change.verdict.kind === 'change')
  return acted.flatMap(({ change, outcome }, index) => {
    const want = expect.changes?.[index]?.outcome ?? 'applied'
    const found = want.includes(':') ? `${outcome.kind}:${outcome.code}` : outcome.kind
    return found === want
      ? []
      : [`“${change.summary}”: expected ${want}, found ${outcome.kind}:${outcome.code} ${outcome.message}`]
  })
}

/** What of `want` is not in `found`: objects by the members named, everything else whole. */
function missing(want: Json, found: Json, path: string): readonly string[] {
  if (isJsonObject(want) && isJsonObject(found)) {
    return Object.entries(want).flatMap(([key, value]) => missing(value, found[key] ?? null, `${path}.${key}`))
  }
  return sameJson(want, found) ? [] : [`${path}: expected ${JSON.stringify(want)}, found ${JSON.stringify(found)}`]
}
