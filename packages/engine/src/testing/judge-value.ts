/**
 * Judges what a match says of one field, for a finding whose title, severity or raw value is given.
 */
import type { Finding } from '../contracts/finding.js'
import type { Json } from '../contracts/json.js'
import type { Truth } from '../contracts/match.js'
import { compileMatch } from '../match/compile-match.js'
import { sampleFinding, sampleNow } from './sample-finding.js'

/** Throws where the match does not compile. */
export function judgeField(field: string, wanted: Json, finding: Partial<Finding>): Truth {
  const { matcher, problems } = compileMatch({ [field]: wanted }, '', { groups: { team: ['a', 'b'] } })
  if (problems.length > 0) throw new Error(JSON.stringify(problems))
  return matcher.judge({ finding: sampleFinding(finding), resource: null, now: sampleNow })
}

/** As `judgeField`, of a raw value. */
export function judgeRaw(wanted: Json, value: Json): Truth {
  return judgeField('asff:Value', wanted, { raw: { Value: value } })
}

/** What is wrong with a value behind a field, as `place code message`. */
export function problemsOf(field: string, wanted: Json): readonly string[] {
  const { problems } = compileMatch({ [field]: wanted }, '', { groups: { team: ['a'] } })
  return problems.map(({ pointer, code, message }) => `${pointer} ${code} ${message}`)
}
