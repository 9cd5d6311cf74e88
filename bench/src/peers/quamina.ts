/**
 * quamina: Go, from text. Its patterns have no ranges of numbers and no suffixes.
 *
 * A suffix is said as a wildcard. A clause on a number is left out, so that its rule asks less: such rules are not
 * compared.
 */
import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Engine } from '../engine.js'
import type { Clause, Rule } from '../workload/rule.js'
import { cacheFolder, sourceFolder } from './cache-folder.js'
import { escapeWildcard, patternOf } from './event-pattern.js'
import { buildStep, type Harness, type HarnessInput, patternsOf, startHarness, warm } from './harness.js'

export const quamina: Engine = {
  name: 'quamina',
  input: 'text',
  async load({ rules, texts }) {
    const harness = await startQuamina(patternsOf(rules, quaminaPattern), texts)
    await warm(harness, texts.length)
    const leaned = rules.filter(({ clauses }) => clauses.some(({ operator }) => operator === 'numeric'))
    const excused = { rules: new Set(leaned.map(({ id }) => id)), reason: 'it has no ranges of numbers' }
    return leaned.length === 0 ? harness : { ...harness, excused }
  },
}

export async function startQuamina(
  rules: HarnessInput['rules'],
  texts: readonly string[],
  limits: { readonly patience?: number; readonly gigabytes?: number } = {},
): Promise<Harness> {
  const { gigabytes = 6, ...others } = limits
  // Go takes its own limit as a wish; the shell's is one.
  const args = ['-c', `ulimit -v ${(gigabytes + 2) * 2 ** 20}; exec "$0" "$@"`, await build()]
  const command = { file: 'sh', args, env: { GOMEMLIMIT: `${gigabytes}GiB` }, ...others }
  return startHarness(command, { rules, texts })
}

/** Fetches the module by `go` and compiles the harness, once; gives the binary. */
async function build(): Promise<string> {
  const target = cacheFolder('go')
  const binary = join(target, 'quamina')
  if (existsSync(binary)) return binary
  mkdirSync(target, { recursive: true })
  for (const file of ['go.mod', 'main.go']) copyFileSync(join(sourceFolder('go'), file), join(target, file))
  const missing = '`go` is missing, or the Go module proxy does not give its module'
  await buildStep(missing, 'go', ['mod', 'tidy'], target)
  await buildStep(missing, 'go', ['build', '-o', binary, '.'], target)
  return binary
}

/** A rule in the language of the engine. */
export function quaminaPattern(rule: Pick<Rule, 'clauses'>): string {
  return patternOf(rule, condition)
}

function condition(clause: Clause): readonly unknown[] | null {
  switch (clause.operator) {
    case 'equals':
      return [clause.value]
    case 'one-of':
      return clause.value
    case 'numeric':
      return null
    case 'anything-but':
      return [{ 'anything-but': clause.value }]
    case 'suffix':
      return [{ wildcard: `*${escapeWildcard(clause.value)}` }]
    case 'prefix':
    case 'equals-ignore-case':
    case 'wildcard':
      return [{ [clause.operator]: clause.value }]
    default:
      return clause satisfies never
  }
}
