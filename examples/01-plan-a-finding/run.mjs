/** One finding, planned: what would the catalogue change, and how? The AWS here is the in-process one. */
import { readFileSync } from 'node:fs'
import { builtinActions as actions } from '@redress/actions/all'
import { inProcessAws } from '@redress/actions/testing'
import { catalog } from '@redress/catalog'
import { createEngine, loadProject, readFindings } from '@redress/engine'

const [item] = readFindings(readFileSync('finding.json', 'utf8'), 'finding.json')
const project = await loadProject({ files: new Map(), catalog, actions })
const account = '123456789012'
const { aws } = inProcessAws({ [account]: { global: { s3: { buckets: { 'example-invoices': {} } } } } })
const engine = createEngine({ project, actions, aws })

const plan = await engine.plan([item.finding])
for (const { summary, before, after } of plan.changes) console.log(summary, { before, after })
