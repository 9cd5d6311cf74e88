import { connectAws } from '@redress/actions'
import { findingSource } from '@redress/actions/finding'
import * as s3 from '@redress/actions/s3'
import { catalog } from '@redress/catalog'
import { createEngine, loadProject, memoryJournal, readValue } from '@redress/engine'
import project from '../redress.yaml'
import rules from '../rules.yaml'

const files = new Map(Object.entries({ 'redress.yaml': project, 'rules/rules.yaml': rules }))
const [aws, actions, journal] = [connectAws(), Object.values(s3), memoryJournal()]
const [loaded, findings] = [await loadProject({ files, catalog, actions }), findingSource(aws)]
const engine = createEngine({ project: loaded, actions, aws, findings, journal, mode: 'apply' })

export const handler = async (event) => engine.run([...readValue(event, 'event')].flatMap((item) => item.finding ?? []))
