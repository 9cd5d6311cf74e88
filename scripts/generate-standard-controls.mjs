/**
 * Writes what follows from `catalog/controls.json`: the tables that the engine reads control ids by, and the
 * standards of the catalogue. `--check` writes nothing and fails when a file on disk differs.
 *
 * Only CIS and PCI DSS 3.2.1 need a table: every other standard names a control by its own id.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const root = new URL('../', import.meta.url)
const controls = JSON.parse(await readFile(new URL('catalog/controls.json', root), 'utf8'))

const standards = [
  ['fsbp-1.0.0', 'aws-foundational-security-best-practices/v/1.0.0', 'AWS Foundational Security Best Practices v1.0.0'],
  ...['1.2.0', '1.4.0', '3.0.0', '5.0.0'].map((version) => [
    `cis-${version}`,
    `cis-aws-foundations-benchmark/v/${version}`,
    `CIS AWS Foundations Benchmark v${version}`,
  ]),
]

const natural = new Intl.Collator('en', { numeric: true }).compare

/** Standards whose findings carry ids of their own → id in the finding → controls, several where it is ambiguous. */
function standardControls() {
  const tables = new Map()
  for (const control of controls) {
    for (const [standard, ids] of Object.entries(control.standards)) {
      if (!/^(cis-aws-foundations-benchmark|pci-dss\/v\/3\.2\.1)/.test(standard)) continue
      const table = tables.get(standard) ?? new Map()
      tables.set(standard, table)
      for (const id of ids) table.set(id, [...(table.get(id) ?? []), control.id])
    }
  }
  return [...tables].sort(([a], [b]) => natural(a, b))
}

function controlIdsModule() {
  const lines = new Map()
  for (const { id } of controls) {
    const service = id.split('.')[0]
    lines.set(service, [...(lines.get(service) ?? []), id])
  }
  return `/**
 * Every security control that Security Hub has or had, one line per service.
 *
 * Generated from \`catalog/controls.json\` by \`scripts/generate-standard-controls.mjs\`; do not edit.
 */
export const controlIds: readonly string[] = \`
${[...lines.values()].map((ids) => ids.join(' ')).join('\n')}
\`
  .trim()
  .split(/\\s+/)
`
}

function standardControlsModule() {
  const tables = standardControls().map(([standard, table]) => {
    const rows = [...table].sort(([a], [b]) => natural(a, b)).map(([id, names]) => `${id}=${names.join('|')}`)
    return `  '${standard}': \`\n${wrap(rows, 110).join('\n')}\n\`,\n`
  })
  return `/**
 * Ids that findings of CIS and PCI DSS 3.2.1 carry in place of a security control id, by standard.
 *
 * Generated from \`catalog/controls.json\` by \`scripts/generate-standard-controls.mjs\`; do not edit.
 * \`2.1.5=S3.1|S3.8\` is an id that two controls share: alone, it does not say which one is meant.
 */
export const standardControlRows = {
${tables.join('')}} as const
`
}

function wrap(words, width) {
  const lines = ['']
  for (const word of words) {
    const line = lines[lines.length - 1]
    if (line.length + word.length + 1 > width) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  return lines
}

/** A number that has parts (\`2.1.5.1\`) beside it stands for the requirement, its parts only for findings. */
function requirementsOf(ids) {
  return ids.filter((id) => !ids.some((whole) => id.startsWith(`${whole}.`)))
}

function standardDocument(id, title) {
  const requirements = new Map()
  for (const control of controls.filter(({ retired }) => !retired)) {
    const ids = control.standards[id] ?? []
    const numbers = id.startsWith('cis-') ? requirementsOf(ids) : ids.length > 0 ? [control.id] : []
    for (const number of numbers) requirements.set(number, [...(requirements.get(number) ?? []), control.id])
  }
  const rows = [...requirements].sort(([a], [b]) => natural(a, b))
  return `# Generated from controls.json by scripts/generate-standard-controls.mjs; do not edit.
apiVersion: redress/v1
kind: Standard
id: ${id}
title: ${title}
requirements:
${rows.map(([number, names]) => `  - { id: "${number}", controls: [${names.join(', ')}] }`).join('\n')}
`
}

const files = new Map([
  ['packages/engine/src/contracts/control-ids.ts', controlIdsModule()],
  ['packages/engine/src/finding/standard-controls.ts', standardControlsModule()],
  ...standards.map(([name, id, title]) => [`catalog/standards/${name}.yaml`, standardDocument(id, title)]),
])

const check = process.argv.includes('--check')
for (const [path, text] of files) {
  const url = new URL(path, root)
  if (!check) await writeFile(url, text)
  else if ((await readFile(url, 'utf8').catch(() => '')) !== text) {
    process.stderr.write(`${fileURLToPath(url)} differs; run node scripts/generate-standard-controls.mjs\n`)
    process.exitCode = 1
  }
}
