/**
 * Proves every action on moto, through the command line: make the bad state with the SDK, plan, apply, look with the
 * SDK, plan again (nothing), undo, look again. Prints one line per action; exits 1 when one fails.
 *
 *     node tests/moto/prove.mjs http://127.0.0.1:5555 [action …]
 */
import Table from 'cli-table3'
import { findingOf, openAccount, writeProject } from './account.mjs'
import { cases } from './cases/index.mjs'

const [endpoint, ...only] = process.argv.slice(2)
if (endpoint === undefined) {
  console.error('usage: node tests/moto/prove.mjs ENDPOINT [action …]')
  process.exit(2)
}

await fetch(`${endpoint}/moto-api/reset`, { method: 'POST' })
const table = new Table({
  head: ['action', 'on moto', 'what was seen'],
  style: { head: [], border: [] },
  wordWrap: true,
  colWidths: [40, 10, 78],
})
let passed = 0
let failed = 0
let skipped = 0
for (const [index, one] of cases.entries()) {
  if (only.length > 0 && !only.includes(one.action)) continue
  if (one.unsupported !== undefined) {
    skipped += 1
    table.push([one.action, '–', one.unsupported])
    continue
  }
  try {
    const seen = await prove(one, `${111122220000 + index}`)
    passed += 1
    table.push([one.action, 'proven', seen])
  } catch (error) {
    failed += 1
    table.push([one.action, 'FAILED', error instanceof Error ? error.message : String(error)])
  }
}
console.log(table.toString())
console.log(`moto: ${passed} passed, ${failed} failed, ${skipped} skipped`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1

async function prove(one, accountId) {
  const account = await openAccount(endpoint, accountId)
  const made = await one.make(account)
  const finding = made.finding ?? findingOf(accountId, made)
  await account.write('finding.json', finding)
  const steps = made.steps ?? [{ use: one.action, with: made.with ?? {} }]
  await writeProject(
    account,
    [{ id: 'prove', match: made.match ?? { account: accountId }, matchAll: true, steps, trust: made.trust }],
    made.project,
  )
  check(await made.isBad(), 'the bad state could not be made')

  const plan = await run(account, 'plan', 'finding.json')
  const changes = plan.changes.filter(({ verdict }) => verdict === 'change' || verdict.kind === 'change')
  check(
    changes.length === steps.length,
    `plan shows ${changes.length} changes: ${JSON.stringify(plan.changes.map(({ use, verdict, code, message }) => ({ use, verdict, code, message })))}`,
  )

  const report = await run(account, 'apply', 'finding.json', '--yes')
  const wanted = one.outcome ?? 'applied'
  const wrong = report.outcomes.filter(({ outcome }) => outcome !== wanted)
  check(wrong.length === 0 && report.outcomes.length > 0, `apply: ${JSON.stringify(report.outcomes)}`)
  check(await made.isGood(), 'after apply the SDK does not see the good state')

  if (one.message) return `${wanted}; received by the other side; ${await sentOnce(account)}`
  const again = await run(account, 'plan', 'finding.json')
  check(
    again.changes.every(({ verdict }) => (verdict.kind ?? verdict) !== 'change'),
    `a second plan is not empty: ${JSON.stringify(again.changes)}`,
  )

  if (one.undo === false) return `${wanted}, second plan empty; cannot be taken back`
  const undone = await run(account, 'undo', 'last', '--yes')
  check(
    undone.outcomes.every(({ outcome }) => outcome === 'undone'),
    `undo: ${JSON.stringify(undone.outcomes)}`,
  )
  check(await made.isBad(), 'after undo the SDK does not see the state from before')
  await made.isRestored?.()
  return `${wanted}, second plan empty, undone`
}

async function sentOnce(account) {
  const again = await run(account, 'apply', 'finding.json', '--yes')
  check(
    again.outcomes.every(({ code }) => code === 'DUPLICATE'),
    `sent twice: ${JSON.stringify(again.outcomes)}`,
  )
  return 'not sent twice'
}

async function run(account, command, ...args) {
  const files = args.map((arg) => (arg === 'finding.json' ? `${account.folder}/finding.json` : arg))
  const { json, stderr, stdout, code } = await account.redress(command, ...files)
  check(json !== null, `redress ${command} (exit ${code}): ${stderr.trim() || stdout.trim()}`)
  return json
}

function check(holds, message) {
  if (!holds) throw new Error(message)
}
