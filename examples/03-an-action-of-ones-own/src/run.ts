/** The action in a rule of one's own: planned, applied and taken back on the in-process AWS. */
import { readFileSync } from 'node:fs'
import { inProcessAws } from '@redress/actions/testing'
import { createEngine, loadProject, memoryJournal, readFindings } from '@redress/engine'
import { encryptQueue } from './encrypt-queue.js'
import { fakeSqs } from './fake-sqs.js'

const read = (name: string): string => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8')
const actions = [encryptQueue]
const files = new Map(['redress.yaml', 'rules/queues.yaml'].map((name) => [name, read(name)]))
const project = await loadProject({ files, actions })
const queues = { 'https://sqs.eu-west-1.amazonaws.com/123456789012/orders': { SqsManagedSseEnabled: 'false' } }
const world = inProcessAws({ '123456789012': { 'eu-west-1': { sqs: { queues } } } }, { fakes: [fakeSqs] })
const engine = createEngine({ project, actions, aws: world.aws, journal: memoryJournal(), mode: 'apply' })

const findings = [...readFindings(read('finding.json'), 'finding.json')].flatMap((item) =>
  item.kind === 'finding' ? [item.finding] : [],
)
const report = await engine.run(findings)
for (const { change, outcome } of report.outcomes)
  console.log(`${outcome.kind}: ${change.summary}`, change.before, '→', change.after)
const undone = await engine.undo(report.runId)
for (const { change, outcome } of undone.outcomes) console.log(`${outcome.kind}: ${change.summary}`)
