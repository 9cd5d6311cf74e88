/** What a figure depends on besides the code. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { cpus, loadavg } from 'node:os'
import { engineVersion } from '@redress/engine'

export interface Environment {
  readonly node: string
  readonly cpu: string
  readonly cores: number
  /** Processes that wanted a core in the minute before the run: above none, figures are too low. */
  readonly busy: number
  readonly redress: string
  /** Version by package, in whatever language. */
  readonly versions: Readonly<Record<string, string>>
}

const packages = [
  'json-logic-engine',
  'json-logic-js',
  'cel-js',
  '@marcbachmann/cel-js',
  'sift',
  'mingo',
  'ajv',
  'json-rules-engine',
] as const

export function readEnvironment(): Environment {
  const processors = cpus()
  return {
    node: process.version,
    cpu: (processors[0]?.model ?? 'unknown').trim(),
    cores: processors.length,
    busy: loadavg()[0] ?? 0,
    redress: engineVersion,
    versions: {
      'event-ruler': pinned('../../java/pom.xml', /<version>([\d.]+\.[\d.]+)<\/version>/),
      quamina: pinned('../../go/go.mod', /quamina\/v2 v(\S+)/),
      ...Object.fromEntries(packages.map((name) => [name, versionOf(name)])),
    },
  }
}

/** In one line; a second one warns where the machine has other work. */
export function environmentLine({ node, cpu, cores, busy, redress, versions }: Environment): string {
  const others = Object.entries(versions).map(([name, version]) => `${name} ${version}`)
  const line = `Redress ${redress}, Node ${node}, ${cores} × ${cpu}; ${others.join(', ')}`
  if (busy <= cores / 2) return line
  return `${line}\nThe machine was busy (load average ${busy.toFixed(1)}): the figures are too low`
}

/** The version that a file of another language's build names. */
function pinned(file: string, pattern: RegExp): string {
  const [, version = 'unknown'] = pattern.exec(readFileSync(new URL(file, import.meta.url), 'utf8')) ?? []
  return version
}

/** Read from the file: not every package exports its `package.json`. */
function versionOf(name: string): string {
  const folders = createRequire(import.meta.url).resolve.paths(name) ?? []
  for (const folder of folders) {
    try {
      const { version } = JSON.parse(readFileSync(`${folder}/${name}/package.json`, 'utf8'))
      return String(version)
    } catch {
      // The package is in another of the folders.
    }
  }
  return 'unknown'
}
