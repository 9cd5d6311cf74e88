/**
 * Compares the engine with its model for as many pairs as asked for, on all cores.
 *
 *   pnpm differential --pairs 1000000 --seed 1
 *
 * Prints one line in the end; exits with 1 and the smallest case that it finds where they disagree.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { build } from 'esbuild'

const { values } = parseArgs({
  options: { pairs: { type: 'string', default: '1000000' }, seed: { type: 'string', default: '1' } },
})
const pairs = Number(values.pairs)
const seed = Number(values.seed)
if (!Number.isSafeInteger(pairs) || pairs < 1 || !Number.isSafeInteger(seed)) {
  console.error('usage: pnpm differential [--pairs NUMBER] [--seed NUMBER]')
  process.exit(2)
}

const folder = mkdtempSync(join(tmpdir(), 'redress-differential-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
const file = join(folder, 'worker.mjs')
await build({
  entryPoints: [join(import.meta.dirname, 'differential-worker.ts')],
  outfile: file,
  bundle: true,
  platform: 'node',
  format: 'esm',
  // From source, so that nothing has to be built first.
  conditions: ['redress-source'],
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)" },
  logLevel: 'warning',
})

const start = Date.now()
const cores = availableParallelism()
const done = Array(cores).fill(0)
const sum = () => done.reduce((a, b) => a + b, 0)
const seconds = () => Math.round((Date.now() - start) / 1000)
let shown = 0

/** Each worker has seeds of its own and its share of the pairs. */
function run(at) {
  return new Promise((resolve, reject) => {
    const workerData = { pairs: Math.ceil(pairs / cores), seed: seed * 1000 + at, size: 100 }
    const worker = new Worker(file, { workerData })
    worker.on('error', reject)
    worker.on('message', (message) => {
      done[at] = message.pairs
      if ('disagreement' in message) resolve(message.disagreement)
      else if (seconds() > shown) {
        shown = seconds()
        process.stderr.write(`\r${sum()} of ${pairs} pairs, ${shown} s `)
      }
    })
  })
}

const disagreements = (await Promise.all(done.map((_, at) => run(at)))).filter((one) => one !== null)
process.stderr.write('\n')
for (const one of disagreements) console.log(JSON.stringify(one, null, 2))
console.log(`${sum()} pairs, ${seconds()} seconds, ${disagreements.length} disagreements, seed ${seed}`)
process.exitCode = disagreements.length === 0 ? 0 : 1
