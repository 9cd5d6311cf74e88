/**
 * Adds up what ran: vitest's JSON reports and the closing lines of the runs against moto. Prints one plain line and
 * fails when a report is missing, empty or has a failure.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = process.argv[2]
const suites = ['source', 'built', 'node24'].map((name) => {
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(
    readFileSync(join(folder, `${name}.json`), 'utf8'),
  )
  return { name, passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests }
})
const proofs = ['moto', 'stories'].map((name) => {
  const line = /(\d+) passed, (\d+) failed(?:, (\d+) skipped)?/.exec(readFileSync(join(folder, `${name}.txt`), 'utf8'))
  return { name, passed: Number(line?.[1] ?? 0), failed: Number(line?.[2] ?? 1), skipped: Number(line?.[3] ?? 0) }
})
const all = [...suites, ...proofs]
for (const { name, passed, failed, skipped } of all)
  console.log(`${name.padEnd(8)} ${passed} passed ${failed} failed ${skipped} skipped`)
const sum = (key) => all.reduce((total, suite) => total + suite[key], 0)
console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`)
process.exitCode = sum('failed') > 0 || all.some(({ passed }) => passed === 0) ? 1 : 0
