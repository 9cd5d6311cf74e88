import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FindingItem } from '../contracts/finding.js'
import { RedressError } from '../contracts/problem.js'
import { maxLineBytes } from './cut-findings.js'
import { loadFindings, openFindings } from './load-findings.js'

const one = (id: string) => JSON.stringify({ SchemaVersion: '2018-10-08', Id: id, Resources: [] })

async function* chunksOf(...chunks: readonly (string | Uint8Array)[]) {
  yield* chunks
}

async function list(items: AsyncIterable<FindingItem>) {
  const found = []
  for await (const item of items) {
    found.push(item.kind === 'finding' ? [item.position, item.finding.id] : [item.refused.position, item.refused.code])
  }
  return found
}

const load = (...chunks: readonly (string | Uint8Array)[]) => list(loadFindings(chunksOf(...chunks), '-'))

describe('a stream', () => {
  it.each([
    ['with one document', [one('a')], [['$', 'a']]],
    [
      'with a document over several lines',
      ['[\n', one('a'), ',\n', one('b'), '\n]\n'],
      [
        ['[0]', 'a'],
        ['[1]', 'b'],
      ],
    ],
    ['with a list of one over several lines', [`[\n${one('a')}\n]`], [['[0]', 'a']]],
    ['with an object over several lines', [`{\n"Findings": [\n${one('a')}\n]}`], [['Findings[0]', 'a']]],
    [
      'with a line each',
      [`${one('a')}\n${one('b')}\n`],
      [
        ['line 1', 'a'],
        ['line 2', 'b'],
      ],
    ],
    [
      'with blank lines, CRLF and a byte order mark',
      [`\uFEFF\r\n${one('a')}\r\n\r\n${one('b')}`],
      [
        ['line 2', 'a'],
        ['line 4', 'b'],
      ],
    ],
    [
      'with a damaged first line',
      [`{"Id":\n${one('b')}`],
      [
        ['line 1', 'finding.not-json'],
        ['line 2', 'b'],
      ],
    ],
    [
      'with a damaged later line',
      [`${one('a')}\nx\n${one('c')}`],
      [
        ['line 1', 'a'],
        ['line 2', 'finding.not-json'],
        ['line 3', 'c'],
      ],
    ],
    ['with nothing', [], []],
    ['with blank lines only', ['\n \n'], []],
    ['with no JSON', ['hello\nworld\n'], [['$', 'finding.not-json']]],
  ])('%s is read', async (_, chunks, expected) => expect(await load(...chunks)).toEqual(expected))

  it('reads characters that two chunks share', async () => {
    const bytes = Buffer.from(`${one('größe 数 🔒')}\n${one('b')}`)
    for (let cut = 1; cut < bytes.length; cut += 1) {
      const items = await load(bytes.subarray(0, cut), bytes.subarray(cut))
      expect(items).toEqual([
        ['line 1', 'größe 数 🔒'],
        ['line 2', 'b'],
      ])
    }
  })

  it('refuses what is not UTF-8 rather than change an id', async () => {
    const bad = Buffer.from(one('\u00ff'), 'latin1')
    expect(await load(bad)).toEqual([['$', 'finding.not-json']])
    expect(await load(`${one('a')}\n`, bad, `\n${one('c')}`)).toEqual([
      ['line 1', 'a'],
      ['line 2', 'finding.not-json'],
      ['line 3', 'c'],
    ])
  })

  it('refuses a line over the limit and goes on', async () => {
    const long = one('x'.repeat(maxLineBytes))
    const items = [
      ['line 1', 'a'],
      ['line 2', 'finding.too-large'],
      ['line 3', 'finding.too-large'],
      ['line 4', 'd'],
    ]
    expect(await load([one('a'), long, long, one('d')].join('\n'))).toEqual(items)
    expect(await load(`${long}\n${one('b')}`)).toEqual([
      ['line 1', 'finding.too-large'],
      ['line 2', 'b'],
    ])
  })

  it('may be a document whose lines are long', async () => {
    const findings = Array.from({ length: 30_000 }, (_, index) => one(`id ${index} ${'x'.repeat(120)}`)).join(',')
    expect(findings.length).toBeGreaterThan(maxLineBytes)
    expect(await load(`{\n"Findings":\n[${findings}]\n}`)).toHaveLength(30_000)
    expect(await load(`[${findings}]`)).toHaveLength(30_000)
  })

  it('gives findings before it has ended', async () => {
    async function* endless() {
      for (let index = 0; ; index += 1) yield `${one(String(index))}\n`
    }
    const found = []
    for await (const item of loadFindings(endless(), '-')) {
      found.push(item.kind)
      if (found.length === 5) break
    }
    expect(found).toEqual(Array(5).fill('finding'))
  })
})

describe('files', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'findings-'))
    await mkdir(join(folder, 'sub'))
    await writeFile(join(folder, 'b.json'), one('b'))
    await writeFile(join(folder, 'a.ndjson'), `${one('a1')}\n${one('a2')}\n`)
    await writeFile(join(folder, 'sub', 'c.JSONL'), one('c'))
    await writeFile(join(folder, 'index.json'), '{"not":"a finding"}')
    await writeFile(join(folder, 'readme.txt'), 'no')
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('of a folder are read in order of their names, folders below as well', async () => {
    expect(await list(openFindings([folder]))).toEqual([
      ['line 1', 'a1'],
      ['line 2', 'a2'],
      ['$', 'b'],
      ['$', 'finding.not-a-finding'],
      ['$', 'c'],
    ])
  })

  it('are read in the order given, whatever they are called', async () => {
    const items = openFindings([join(folder, 'readme.txt'), join(folder, 'b.json')])
    expect(await list(items)).toEqual([
      ['$', 'finding.not-json'],
      ['$', 'b'],
    ])
  })

  it('that do not exist are an error before any is read', async () => {
    const missing = join(folder, 'missing.json')
    const seen: FindingItem[] = []
    const reading = (async () => {
      for await (const item of openFindings([join(folder, 'b.json'), missing])) seen.push(item)
    })()
    await expect(reading).rejects.toThrow(
      new RedressError('usage.input', `cannot read \`${missing}\`: there is no such file or folder`),
    )
    await expect(reading).rejects.toMatchObject({ code: 'usage.input' })
    expect(seen).toEqual([])
  })
})
