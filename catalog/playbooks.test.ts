/**
 * The playbooks of the catalogue: every case of their tests, and what holds for all of them.
 *
 * The whole folder is loaded once, as `redress test catalog` does.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { builtinActions } from '../packages/actions/src/all.js'
import { runTest } from '../packages/actions/src/testing/index.js'
import type { Json } from '../packages/engine/src/index.js'
import { loadProjectFolder } from '../packages/engine/src/node/index.js'

const folder = fileURLToPath(new URL('./', import.meta.url))
const actions = builtinActions
const project = await loadProjectFolder(folder, { actions })
const playbooks = [...project.playbooks.values()]
const tests = project.tests.flatMap(({ test, origin }) => (test.kind === 'PlaybookTest' ? [{ test, origin }] : []))
const texts = new Map(
  readdirSync(`${folder}fixtures`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => [
      name.replaceAll('\\', '/').replace(/\.json$/, ''),
      readFileSync(`${folder}fixtures/${name}`, 'utf8'),
    ]),
)
const fixtures: { readonly [name: string]: Json } = Object.fromEntries(
  [...texts].map(([name, text]) => [name, JSON.parse(text)]),
)

describe.each(tests.map(({ test, origin }) => ({ id: test.playbook, test, origin })))('$id', ({ test, origin }) => {
  it.each(test.cases.map((one) => ({ name: one.name, one })))('$name', async ({ one }) => {
    const [result] = await runTest(
      { test: { ...test, cases: [one] }, origin, lines: [origin.line] },
      { project, fixtures, actions },
    )
    expect(result?.differences).toEqual([])
  })
})

describe.each(playbooks.map(({ playbook, origin }) => ({ id: playbook.id, playbook, origin })))(
  'the playbook $id',
  ({ playbook, origin }) => {
    const cases = tests.filter(({ test }) => test.playbook === playbook.id).flatMap(({ test }) => test.cases)
    const acting = cases.filter(({ expect: { changes = [] } }) => changes.length > 0)

    it('is named like its file, and so is its test beside it', () => {
      expect(basename(origin.file)).toBe(`${playbook.id}.yaml`)
      expect(tests.filter(({ test }) => test.playbook === playbook.id).map((one) => one.origin.file)).toEqual([
        `${dirname(origin.file)}/${playbook.id}.test.yaml`,
      ])
    })

    it('has keys in the order in which they are read', () => {
      const order = ['apiVersion', 'kind', 'id', 'version', 'title', 'status', 'why', 'impact', 'match', 'unless']
      const all = [...order, 'when', 'parameters', 'steps', 'guide', 'falsePositives', 'references']
      const keys = [...readFileSync(`${folder}${origin.file}`, 'utf8').matchAll(/^(\w+):/gm)].map(([, key]) => key)
      expect(keys).toEqual(all.filter((key) => keys.includes(key)))
    })

    it('has a case that acts, or guides where it has no steps, and one that does not act', () => {
      if (playbook.steps.length === 0) expect(cases.some(({ expect: { guided } }) => guided === true)).toBe(true)
      else expect(acting.length).toBeGreaterThan(0)
      expect(cases.some((one) => one.expect.skipped !== undefined && one.set?.['workflow'] === undefined)).toBe(true)
    })

    it('has a case of a suppressed finding, and one for each `unless`', () => {
      expect(cases.some((one) => one.set?.['workflow'] === 'SUPPRESSED' && one.expect.skipped === 'workflow')).toBe(
        true,
      )
      const vetoed = cases.filter((one) => one.expect.skipped === 'playbook-does-not-match')
      expect(vetoed.length).toBeGreaterThanOrEqual(playbook.unless?.length ?? 0)
    })

    it('tells why, what breaks, what to do by hand, when it is wrong, and where to read more', () => {
      expect(playbook.why.trim()).not.toBe('')
      expect(playbook.impact.breaks.trim()).not.toBe('')
      expect(playbook.guide.length).toBeGreaterThanOrEqual(2)
      expect(playbook.falsePositives.length).toBeGreaterThan(0)
      expect(playbook.references[0]).toMatch(
        /^https:\/\/docs\.aws\.amazon\.com\/(securityhub\/latest\/userguide\/[a-z0-9]+-controls\.html#|guardduty\/|macie\/)/,
      )
      expect(playbook.references.filter((url) => !url.startsWith('https://docs.aws.amazon.com/'))).toEqual([])
    })
  },
)

describe('the fixtures', () => {
  it('are those that cases use, each of them', () => {
    const used = new Set(tests.flatMap(({ test }) => test.cases.map(({ finding }) => finding)))
    expect([...texts.keys()].sort()).toEqual([...used].sort())
  })

  it.each([...texts])('%s names only made-up accounts', (_name, text) => {
    const numbers = [...text.matchAll(/(?<![0-9a-fA-F-])[0-9]{12}(?![0-9a-fA-F])/g)].map(([number]) => number)
    expect(numbers.filter((number) => number !== '123456789012' && number !== '111122223333')).toEqual([])
  })
})
