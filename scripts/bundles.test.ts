/** What is loaded from a bundle answers as what is loaded from YAML: the catalogue and the example of a team's folder. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { builtinActions as actions } from '../packages/actions/src/all.js'
import {
  buildBundle,
  type CatalogBundle,
  createEngine,
  type Finding,
  type LoadedProject,
  loadBundle,
  readFindings,
} from '../packages/engine/src/index.js'
import { loadProjectFolder } from '../packages/engine/src/node/index.js'

const root = resolve(import.meta.dirname, '..')
const clock = { now: () => Date.UTC(2026, 10, 21), sleep: async () => {} }

const catalogue = await loadProjectFolder(join(root, 'catalog'), { actions })
const catalog: CatalogBundle = JSON.parse(
  JSON.stringify({
    version: '0.1.0',
    documents: Array.from(catalogue.playbooks.values(), ({ origin, playbook }) => ({
      file: origin.file,
      document: playbook,
    })),
    fixtures: {},
  }),
)
const team = await loadProjectFolder(join(root, 'examples/02-a-team-folder'), { catalog, actions })

function findingsIn(folder: string): readonly Finding[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => [...readFindings(readFileSync(join(root, folder, name), 'utf8'), name)])
    .flatMap((item) => (item.kind === 'finding' ? [item.finding] : []))
}

const findings = [...findingsIn('catalog/fixtures'), ...findingsIn('examples/02-a-team-folder/findings')]

async function answers(project: LoadedProject) {
  const engine = createEngine({ project, actions, clock, mode: 'apply' })
  const ids = [...project.rules.map(({ rule }) => rule.id), ...project.exceptions.map(({ exception }) => exception.id)]
  return {
    hash: project.hash,
    decisions: engine.decide(findings),
    plan: await engine.plan(findings),
    explanations: findings.flatMap((finding) => ids.map((id) => engine.explain(finding, id))),
  }
}

describe.each<[string, LoadedProject]>([
  ['the catalogue', catalogue],
  ['a team’s folder', team],
])('%s from its bundle', (_, project) => {
  it('gives the same decisions, explanations, plan and hash', async () => {
    const text = JSON.stringify(await buildBundle(project))
    const wanted = await answers(project)
    expect(await answers(await loadBundle(text, { actions }))).toEqual(wanted)
    expect(wanted.decisions.length).toBeGreaterThan(20)
  })
})
