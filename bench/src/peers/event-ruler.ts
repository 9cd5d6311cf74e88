/** event-ruler, the matcher behind EventBridge: Java, from text. It stops at the fields that rules name. */
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { Engine } from '../engine.js'
import type { Clause, Rule } from '../workload/rule.js'
import { cacheFolder, sourceFolder } from './cache-folder.js'
import { patternOf } from './event-pattern.js'
import { buildStep, type Harness, type HarnessInput, patternsOf, startHarness, warm } from './harness.js'

export const eventRuler: Engine = {
  name: 'event-ruler',
  input: 'text',
  async load({ rules, texts }) {
    const harness = await startEventRuler(patternsOf(rules, eventRulerPattern), texts)
    await warm(harness, texts.length)
    return harness
  },
}

export async function startEventRuler(
  rules: HarnessInput['rules'],
  texts: readonly string[],
  limits: { readonly patience?: number; readonly gigabytes?: number } = {},
): Promise<Harness> {
  const classPath = await build()
  const { gigabytes = 6, ...others } = limits
  const args = [`-Xmx${gigabytes}g`, '-XX:+UseSerialGC', '-cp', classPath, 'EventRuler']
  const command = { file: 'java', args, ...others }
  return startHarness(command, { rules, texts })
}

/** Fetches the jars by Maven and compiles the harness, once; gives the class path. */
async function build(): Promise<string> {
  const [source, target] = [sourceFolder('java'), cacheFolder('java')]
  const jars = join(target, 'lib')
  mkdirSync(target, { recursive: true })
  if (!existsSync(jars)) {
    const args = [
      '-q',
      '-B',
      '-f',
      join(source, 'pom.xml'),
      'dependency:copy-dependencies',
      `-DoutputDirectory=${jars}`,
    ]
    await buildStep('`mvn` is missing, or could not fetch it from Maven Central', 'mvn', args, target)
  }
  const classPath = [...readdirSync(jars).map((jar) => join(jars, jar)), target].join(delimiter)
  const compile = ['-cp', classPath, '-d', target, join(source, 'EventRuler.java')]
  await buildStep('`javac` is missing, or older than 11', 'javac', compile, target)
  return classPath
}

/** A rule in the language of the engine. */
export function eventRulerPattern(rule: Pick<Rule, 'clauses'>): string {
  return patternOf(rule, condition)
}

function condition(clause: Clause): readonly unknown[] {
  switch (clause.operator) {
    case 'equals':
      return [clause.value]
    case 'one-of':
      return clause.value
    case 'numeric':
      return [{ numeric: ['>=', clause.value[0], '<', clause.value[1]] }]
    case 'anything-but':
      return [{ 'anything-but': clause.value }]
    case 'prefix':
    case 'suffix':
    case 'equals-ignore-case':
    case 'wildcard':
      return [{ [clause.operator]: clause.value }]
    default:
      return clause satisfies never
  }
}
