/**
 * Loads rules once in a fresh process and prints how long it took and how much memory stayed taken.
 *
 * What the load itself needs is imported before the clock starts.
 */
import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { note, setSeverity } from '@redress/actions/finding'
import { loadProject } from '@redress/engine'
import { loadBundle } from '@redress/engine/bundled'

const [form, file = ''] = process.argv.slice(2)
const text = readFileSync(file, 'utf8')
const files: ReadonlyMap<string, string> = form === 'yaml' ? new Map(JSON.parse(text)) : new Map()
const actions = [note, setSeverity]

const before = usedBytes()
const began = performance.now()
const project = form === 'yaml' ? await loadProject({ files, actions }) : await loadBundle(text, { actions })
const seconds = (performance.now() - began) / 1000
const megabytes = (usedBytes() - before) / 2 ** 20
process.stdout.write(JSON.stringify({ seconds, megabytes, rules: project.rules.length }))

function usedBytes(): number {
  globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
