import { connectAws } from '@redress/actions'
import { findingSource } from '@redress/actions/finding'
import * as s3 from '@redress/actions/s3'
import { createEngine, loadBundle, memoryJournal, readValue } from '@redress/engine/bundled'
import bundle from '../dist/bundle.json'

const [aws, actions, journal] = [connectAws(), Object.values(s3), memoryJournal()]
const [project, findings] = [await loadBundle(bundle, { actions }), findingSource(aws)]
const engine = createEngine({ project, actions, aws, findings, journal, mode: 'apply' })

export const handler = async (event) => engine.run([...readValue(event, 'event')].flatMap((item) => item.finding ?? []))
