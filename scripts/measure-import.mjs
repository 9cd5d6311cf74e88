/**
 * What a start from a bundle costs over a bare one, in processes of their own: importing `@redress/engine/bundled` with
 * the catalogue's bundle, as installed and as esbuild makes one file of it for a Lambda, and loading 10,000 rules.
 *
 * Prints medians of eleven runs, taken in turns, so that a busy moment hits all alike; time of the processor beside time of
 * the clock, because a machine is seldom idle. Run `pnpm build` first.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { note } from '../packages/actions/dist/finding/index.js'
import { buildBundle, loadProject } from '../packages/engine/dist/index.js'

const root = resolve(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'redress-measure-'))
const runs = 11
const ruleCount = 10_000
const catalogue = join(root, 'catalog/dist/bundle.json')
const many = write(
  'rules.json',
  JSON.stringify(await buildBundle(await loadProject({ files: rules(), actions: [note] }))),
)
const { size } = statSync(many)

const tell = `const { user, system } = process.cpuUsage()
console.log(JSON.stringify({ resident: process.memoryUsage().rss, busy: (user + system) / 1000 }))`
const start = (from) => `import { readFileSync } from 'node:fs'
import { createEngine, loadBundle } from ${JSON.stringify(from)}
const project = await loadBundle(readFileSync(${JSON.stringify(catalogue)}, 'utf8'), { actions: [] })
createEngine({ project, actions: [] })
${tell}
`
const installed = pathToFileURL(join(root, 'packages/engine/dist/bundled.js')).href
const oneFile = join(folder, 'lambda.mjs')
await build({
  stdin: { contents: start(join(root, 'packages/engine/dist/bundled.js')), resolveDir: root },
  outfile: oneFile,
  ...{ bundle: true, minify: true, platform: 'node', format: 'esm', target: 'node20' },
})
const load = `import { readFileSync } from 'node:fs'
import { loadBundle } from ${JSON.stringify(installed)}
const text = readFileSync(${JSON.stringify(many)}, 'utf8')
const action = { name: 'finding.note', params: { properties: { text: {} }, required: ['text'] } }
const used = () => (gc(), process.memoryUsage().heapUsed + process.memoryUsage().external)
const before = used()
const cpu = process.cpuUsage()
const began = performance.now()
const project = await loadBundle(text, { actions: [action] })
const loading = performance.now() - began
const { user, system } = process.cpuUsage(cpu)
console.log(JSON.stringify({ loading, busy: (user + system) / 1000, kept: used() - before, rules: project.rules.length }))
`
const programs = {
  bare: write('bare.mjs', tell),
  installed: write('installed.mjs', start(installed)),
  lambda: oneFile,
  rules: write('load.mjs', load),
}

const measured = Object.fromEntries(Object.keys(programs).map((name) => [name, []]))
for (let run = 0; run < runs; run++)
  for (const [name, file] of Object.entries(programs)) measured[name].push(once(file))
rmSync(folder, { recursive: true })

const bare = cost('bare')
console.log(`node ${process.version}, medians of ${runs}; bare node: ${words(bare)}`)
for (const [name, what] of [
  ['installed', 'the engine and the catalogue’s bundle, as installed'],
  ['lambda', 'the same as one file'],
]) {
  const { time, busy, resident } = cost(name)
  const more = { time: time - bare.time, busy: busy - bare.busy, resident: resident - bare.resident }
  console.log(`${what}: ${words(more)} over bare node`)
}
console.log(
  `${ruleCount} rules from a bundle of ${mb(size)}: ${ms(median('rules', 'loading'))} (${ms(median('rules', 'busy'))} busy), ${mb(median('rules', 'kept'))} kept`,
)

function once(file) {
  const began = performance.now()
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--expose-gc', file], { encoding: 'utf8' })
  const time = performance.now() - began
  if (status !== 0) throw new Error(stderr)
  return { time, ...JSON.parse(stdout) }
}

function cost(name) {
  return { time: median(name, 'time'), busy: median(name, 'busy'), resident: median(name, 'resident') }
}

function words({ time, busy, resident }) {
  return `${ms(time)} (${ms(busy)} busy), ${mb(resident)} resident`
}

function median(name, member) {
  return measured[name].map((one) => one[member]).sort((a, b) => a - b)[Math.floor(runs / 2)]
}

/** Rules of two to five clauses of all sorts, each with a step. */
function rules() {
  const fields = [
    (n) => `account: ["${100_000_000_000 + n * 7919}", "${200_000_000_000 + n * 104_729}"]`,
    (n) => `region: ${['eu-west-1', 'us-east-1', 'ap-south-1'][n % 3]}`,
    () => 'severity: { at-least: HIGH }',
    (n) => `resource.tags.Environment: [dev, test-${n % 50}]`,
    (n) => `resource.id: { prefix: "arn:aws:s3:::team-${n % 500}-" }`,
    (n) => `title: { wildcard: "*bucket ${n % 100}*" }`,
    (n) => `criticality: { numeric: [">=", ${n % 50}] }`,
    () => 'workflow: { anything-but: SUPPRESSED }',
  ]
  const controls = ['S3.8', 'EC2.2', 'IAM.3', 'KMS.4', 'RDS.2', 'CloudTrail.1']
  const lines = Array.from({ length: ruleCount }, (_, n) => {
    const clauses = Array.from({ length: 1 + (n % 4) }, (_, at) => fields[(n * 3 + at) % fields.length](n))
    const match = [`control: ${controls[n % controls.length]}`, ...clauses].join(', ')
    return `  - { id: rule-${n}, match: { ${match} }, steps: [{ use: finding.note, with: { text: "note ${n}" } }] }`
  })
  const files = Array.from({ length: ruleCount / 500 }, (_, at) => [
    `rules/${String(at).padStart(3, '0')}.yaml`,
    `apiVersion: redress/v1\nkind: Rules\nrules:\n${lines.slice(at * 500, (at + 1) * 500).join('\n')}\n`,
  ])
  return new Map(files)
}

function write(name, text) {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}

function ms(time) {
  return `${time.toFixed(0)} ms`
}

function mb(bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`
}
