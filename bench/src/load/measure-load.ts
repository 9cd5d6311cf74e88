/**
 * What it takes to have the rules ready: seconds, and memory that stays taken.
 *
 * Redress loads in a process of its own, so that nothing else is in its memory or compiled already; the harnesses of
 * the other languages measure themselves while they load.
 */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { Unavailable } from '../engine.js'
import { rulesYaml } from '../engines/rules-yaml.js'
import type { LoadCost } from '../measure/result.js'
import { eventRulerPattern, startEventRuler } from '../peers/event-ruler.js'
import { GaveUp, patternsOf } from '../peers/harness.js'
import { quaminaPattern, startQuamina } from '../peers/quamina.js'
import type { Workload } from '../workload/workload.js'
import { bundleOf } from './bundle.js'

const run = promisify(execFile)

/** Three times each for Redress, and the median; once for the others, which take long. */
const times = 3

export async function measureLoad(
  workload: Workload,
  isWanted: (name: string) => boolean,
): Promise<readonly LoadCost[]> {
  const { rules, texts } = workload
  const folder = mkdtempSync(join(tmpdir(), 'redress-bench-'))
  try {
    const yaml = rulesYaml(rules)
    const costs = [
      await ofRedress('Redress, YAML', 'yaml', JSON.stringify([...yaml]), folder, rules.length),
      await ofRedress('Redress, bundle', 'bundle', await bundleOf(yaml), folder, rules.length),
    ]
    const peers = [
      { name: 'event-ruler', start: startEventRuler, pattern: eventRulerPattern },
      { name: 'quamina', start: startQuamina, pattern: quaminaPattern },
    ]
    for (const { name, start, pattern } of peers.filter((peer) => isWanted(peer.name))) {
      const harness = await start(patternsOf(rules, pattern), texts.slice(0, 1)).catch(absent)
      if (harness === null) continue
      harness.close()
      costs.push({ engine: name, rules: rules.length, ...harness.loading })
    }
    return costs
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function ofRedress(
  engine: string,
  form: 'yaml' | 'bundle',
  text: string,
  folder: string,
  rules: number,
): Promise<LoadCost> {
  const file = join(folder, form)
  writeFileSync(file, text)
  const child = fileURLToPath(new URL('load-child.js', import.meta.url))
  const measured: { readonly seconds: number; readonly megabytes: number }[] = []
  for (let time = 0; time < times; time++) {
    const { stdout } = await run(process.execPath, ['--expose-gc', '--max-old-space-size=8192', child, form, file])
    measured.push(JSON.parse(stdout))
  }
  const median = measured.sort((a, b) => a.seconds - b.seconds)[Math.floor(times / 2)]
  return { engine, rules, ...(median ?? { seconds: Number.NaN, megabytes: Number.NaN }) }
}

function absent(error: unknown): null {
  if (error instanceof Unavailable || error instanceof GaveUp) return null
  throw error
}
