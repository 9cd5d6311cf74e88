/** `pnpm bench:charts RESULT.json`: draws the charts and writes the page of a run into `docs/benchmarks`. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { drawCharts } from './charts/drawn.js'
import { resultsPage } from './charts/results-page.js'
import type { Result } from './measure/result.js'

const [file, folder = fileURLToPath(new URL('../../docs/benchmarks', import.meta.url))] = process.argv.slice(2)
if (file === undefined) {
  process.stderr.write('pnpm bench:charts RESULT.json [FOLDER]\n')
  process.exitCode = 2
} else {
  const result: Result = JSON.parse(readFileSync(file, 'utf8'))
  const charts = drawCharts(result)
  mkdirSync(folder, { recursive: true })
  for (const { file: name, svg } of charts) writeFileSync(`${folder}/${name}`, svg)
  writeFileSync(`${folder}/results.md`, resultsPage(result, charts))
  process.stdout.write(`${charts.length} charts and results.md are in ${folder}\n`)
}
