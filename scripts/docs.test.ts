/**
 * Holds the hand-written pages: what they show must load, run and exist.
 *
 * All YAML documents of a page are one project, so that its tests run against its rules. A page without a `Project`
 * takes the one below. The catalogue is the built one, which `pnpm test` makes first.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { builtinActions } from '../packages/actions/src/all.js'
import { runTest } from '../packages/actions/src/testing/run-test.js'
import { type CatalogBundle, checkProject, formatProblem, own, readYaml } from '../packages/engine/src/index.js'

const root = resolve(import.meta.dirname, '..')
const guides = join(root, 'docs/guides')
const pages = [join(root, 'README.md'), ...readdirSync(guides).map((name) => join(guides, name))].map(readPage)
const catalog: CatalogBundle = JSON.parse(readFileSync(join(root, 'catalog/dist/catalog.json'), 'utf8'))

const commonProject = `apiVersion: redress/v1
kind: Project
mode: apply
scope: { accounts: [{ group: sandboxes }], regions: [eu-west-1] }
groups: { sandboxes: ["123456789012"] }
channels: { secops: { type: sns, topicArn: "arn:aws:sns:eu-west-1:123456789012:secops" } }
`

interface Block {
  readonly language: string
  /** Line of the first line inside, counted from 1. */
  readonly line: number
  readonly text: string
}

interface Page {
  readonly name: string
  readonly path: string
  readonly text: string
  readonly blocks: readonly Block[]
}

describe.each(pages)('$name', (page) => {
  it('shows YAML that loads, and tests that pass', async () => {
    const { files, places } = projectOf(page)
    const { problems, project } = await checkProject({
      files,
      catalog,
      actions: builtinActions,
      now: Date.parse('2026-11-21T00:00:00Z'),
    })
    const found = problems.map((problem) =>
      formatProblem({ ...problem, file: page.name, line: problem.line + (places.get(problem.file) ?? 1) - 1 }),
    )
    expect(found).toEqual([])
    const setup = { project: project ?? neverNull(), fixtures: catalog.fixtures, actions: builtinActions }
    for (const test of setup.project.tests) {
      for (const { name, differences } of await runTest(test, setup))
        expect({ name, differences }).toEqual(passed(name))
    }
  })

  it('links to what is there', () => {
    const targets = [...page.text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, target]) => target ?? '')
    const missing = targets
      .filter((target) => !target.startsWith('https://'))
      .filter((target) => !existsSync(resolve(dirname(page.path), target)))
    expect(missing).toEqual([])
  })
})

it('the README shows the first example whole', () => {
  const example = readFileSync(join(root, 'examples/01-plan-a-finding/run.mjs'), 'utf8')
  const shown = pages[0]?.blocks.filter(({ language }) => language === 'js').map(({ text }) => text)
  expect(shown).toEqual([example.slice(example.indexOf('import'))])
})

it('the README fits on a few screens', () => {
  expect(pages[0]?.text.split('\n').length).toBeLessThanOrEqual(200)
})

it('there is a project in the guides, so the pages are found', () => {
  const kinds = pages.flatMap(({ blocks }) => blocks.flatMap((block) => kindOf(block) ?? []))
  expect(new Set(kinds)).toEqual(new Set(['Project', 'Rules', 'Exceptions', 'Playbook', 'RuleTest', 'PlaybookTest']))
})

const passed = (name: string) => ({ name, differences: [] })

function neverNull(): never {
  throw new Error('the project did not load')
}

function readPage(path: string): Page {
  const text = readFileSync(path, 'utf8')
  const blocks: Block[] = []
  let open: { readonly language: string; readonly line: number; readonly lines: string[] } | null = null
  for (const [index, line] of text.split('\n').entries()) {
    const fence = /^\s*```(.*)$/.exec(line)
    if (fence === null) open?.lines.push(line)
    else if (open === null) open = { language: fence[1] ?? '', line: index + 2, lines: [] }
    else {
      blocks.push({ language: open.language, line: open.line, text: open.lines.map((one) => `${one}\n`).join('') })
      open = null
    }
  }
  return { name: relative(root, path), path, text, blocks }
}

/** The documents of a page by the path that each would have in a project, and the line that each starts at. */
function projectOf({ blocks }: Page) {
  const files = new Map([['redress.yaml', commonProject]])
  const places = new Map<string, number>()
  for (const block of blocks.filter(({ language }) => language === 'yaml')) {
    const file = pathOf(block)
    expect(places.has(file), `\`${file}\` stands on the page twice`).toBe(false)
    files.set(file, block.text)
    places.set(file, block.line)
  }
  return { files, places }
}

function pathOf(block: Block): string {
  const id = String(own(readBlock(block), 'id') ?? own(readBlock(block), 'playbook'))
  switch (kindOf(block)) {
    case 'Project':
      return 'redress.yaml'
    case 'Exceptions':
      return `exceptions/${block.line}.yaml`
    case 'Playbook':
      return `playbooks/${id}.yaml`
    case 'PlaybookTest':
      return `playbooks/${id}.test.yaml`
    case 'RuleTest':
      return `tests/${block.line}.test.yaml`
    default:
      return `rules/${String(block.line).padStart(4, '0')}.yaml`
  }
}

function readBlock({ line, text }: Block) {
  return readYaml(`line ${line}`, text).document?.value ?? null
}

function kindOf(block: Block): string | null {
  const kind = block.language === 'yaml' ? own(readBlock(block), 'kind') : undefined
  return typeof kind === 'string' ? kind : null
}
