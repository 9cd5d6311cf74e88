import { describe, expect, it } from 'vitest'
import { severities } from '../contracts/finding.js'
import * as words from './words.js'

describe('words', () => {
  it.each([
    [words.severityLabel, 'HIGH', 'HIGH'],
    [words.severityWord, 'Informational ', 'INFORMATIONAL'],
    [words.severityId, 6, 'CRITICAL'],
    [words.workflowStatus, 'SUPPRESSED', 'SUPPRESSED'],
    [words.statusId, 2, 'NOTIFIED'],
    [words.statusId, 5, 'ARCHIVED'],
    [words.statusWord, 'In Progress', 'NOTIFIED'],
    [words.complianceWord, 'Fail', 'FAILED'],
    [words.complianceWord, 'FAILED', 'FAILED'],
    [words.complianceId, 99, 'NOT_AVAILABLE'],
    [words.recordState, 'ARCHIVED', 'ARCHIVED'],
    [words.verificationState, 'TRUE_POSITIVE', 'TRUE_POSITIVE'],
  ])('%o reads %j as %s', (parse, value, word) => expect(parse(value)).toEqual({ value: word }))

  it.each([
    [words.complianceStatus, 'INFOED', 'has an unknown value: `INFOED`'],
    [words.severityLabel, 'high', 'has an unknown value: `high`'],
    [words.severityId, 0, 'has an unknown value: `0`'],
    [words.severityId, 99, 'has an unknown value: `99`'],
    [words.statusId, 6, 'has an unknown value: `6`'],
    [words.statusId, -1, 'has an unknown value: `-1`'],
    [words.statusWord, 'PASSED', 'has an unknown value: `PASSED`'],
    [words.statusWord, {}, 'is neither a string nor a number'],
    [words.severityLabel, 3, 'is not a string'],
    [words.severityWord, 'constructor', 'has an unknown value: `constructor`'],
  ])('%o does not guess what %j means', (parse, value, reason) => expect(parse(value)).toEqual({ reason }))

  it.each([
    [0, 'INFORMATIONAL'],
    [1, 'LOW'],
    [39, 'LOW'],
    [40, 'MEDIUM'],
    [69, 'MEDIUM'],
    [70, 'HIGH'],
    [89, 'HIGH'],
    [90, 'CRITICAL'],
    [100, 'CRITICAL'],
  ])('a score of %d is %s', (score, label) => expect(words.labelOf(score)).toBe(label))

  it('the score of a label has that label', () => {
    for (const label of severities) expect(words.labelOf(words.labelScores[label])).toBe(label)
  })
})
