/**
 * Every way in which documents go wrong, with the whole text of each complaint.
 *
 * The cases stand in `invalid/*.txt`: a name, a file that is added to a sound project, and what must be said.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { formatProblem } from '../contracts/problem.js'
import { checkProject } from '../load-project.js'
import { fileActions, fileCatalog, sampleFiles } from '../testing/sample-files.js'

interface Case {
  readonly name: string
  readonly file: string
  readonly text: string
  readonly problems: readonly string[]
}

const folder = new URL('../../src/rules/invalid/', import.meta.url)
const groups = readdirSync(folder).map((name) => ({ name, cases: parse(readFileSync(new URL(name, folder), 'utf8')) }))

function parse(corpus: string): readonly Case[] {
  return corpus
    .trimEnd()
    .split(/^=== /m)
    .slice(1)
    .map((part) => {
      const [, name = '', file = '', text = '', problems = ''] =
        /^(.*)\n--- (.*)\n([\s\S]*?)--- problems\n([\s\S]*)$/.exec(part) ?? []
      return { name, file, text, problems: problems.trimEnd().split(/\n(?! )/) }
    })
}

async function check(file: string, text: string | Uint8Array) {
  const files = new Map<string, string | Uint8Array>([...sampleFiles, [file, text]])
  const { problems, project } = await checkProject({ files, catalog: fileCatalog, actions: fileActions })
  return { problems: problems.map(formatProblem), project }
}

describe.each(groups)('$name', ({ cases }) => {
  it.each(cases)('refuses $name', async ({ file, text, problems }) => {
    expect(await check(file, text)).toEqual({ problems, project: null })
  })

  it.each(cases)(
    'says the same of $name in bytes with CRLF and a byte order mark',
    async ({ file, text, problems }) => {
      const bytes = new TextEncoder().encode(`\ufeff${text.replaceAll('\n', '\r\n')}`)
      expect(await check(file, bytes)).toEqual({ problems, project: null })
    },
  )
})

it('there are more than a hundred of them, each with a complaint', () => {
  const cases = groups.flatMap((group) => group.cases)
  expect(cases.length).toBeGreaterThan(100)
  expect(cases.filter(({ problems }) => problems.join('') === '')).toEqual([])
})
