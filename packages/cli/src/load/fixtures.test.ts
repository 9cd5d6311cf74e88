import { mkdirSync, writeFileSync } from 'node:fs'
import type { LoadedTest } from '@redress/engine'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openShell, type Shell } from '../testing/run-command.js'
import { readFixtures, readNamedFiles } from './fixtures.js'

let shell: Shell
beforeEach(() => {
  shell = openShell()
})
afterEach(() => shell.remove())

const write = (path: string, text: string) => {
  mkdirSync(shell.path(path, '..'), { recursive: true })
  writeFileSync(shell.path(path), text)
}
const testIn = (file: string, ...findings: readonly string[]): LoadedTest => ({
  test: {
    apiVersion: 'redress/v1',
    kind: 'RuleTest',
    cases: findings.map((finding) => ({ name: finding, finding, expect: {} })),
  },
  origin: { file, line: 1, column: 1 },
  lines: findings.map(() => 1),
})

describe('readFixtures', () => {
  it('names each file by its path without the ending, and takes nothing but JSON', async () => {
    write('fixtures/a.json', '1')
    write('fixtures/deep/er/b.json', '2')
    write('fixtures/readme.md', 'no')
    expect(await readFixtures(shell.folder)).toEqual({ a: 1, 'deep/er/b': 2 })
  })

  it('finds nothing where there is no such folder', async () => {
    expect(await readFixtures(shell.folder)).toEqual({})
  })
})

describe('readNamedFiles', () => {
  it('looks beside the test first, then from the top, and not for what is known', async () => {
    write('tests/one.json', '"beside"')
    write('one.json', '"top"')
    write('two.json', '"top"')
    const test = testIn('tests/a.test.yaml', 'one.json', 'two.json', 'known', 'nowhere.json')
    expect(await readNamedFiles(shell.folder, test, { known: 1 })).toEqual({ 'one.json': 'beside', 'two.json': 'top' })
  })
})
