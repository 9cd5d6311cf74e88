import { connectAws } from '@redress/actions'
import * as s3 from '@redress/actions/s3'
import { catalog } from '@redress/catalog'
import { createEngine, loadProject, memoryJournal, readValue } from '@redress/engine'
import project from '../redress.yaml'
import rules from '../rules.yaml'

const actions = Object.values(s3)
const files = new Map(Object.entries({ 'redress.yaml': project, 'rules/rules.yaml': rules }))
const loaded = await loadProject({ files, catalog, actions })
const engine = createEngine({ project: loaded, actions, aws: connectAws(), journal: memoryJournal(), mode: 'apply' })

export const handler = async (event) =>
  engine.run([...readValue(event, 'event')].flatMap(({ finding }) => finding ?? []))
