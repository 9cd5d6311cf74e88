/**
 * Writes the JSON Schemas for editors to `schemas/`, from the built packages; with `--check`, only compares them.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { builtinActions } from '../packages/actions/dist/all.js'
import { editorSchemas } from '../packages/engine/dist/index.js'

const folder = resolve(import.meta.dirname, '../schemas')
const wanted = new Map(
  Object.entries(editorSchemas(builtinActions)).map(([name, schema]) => [name, `${JSON.stringify(schema, null, 2)}\n`]),
)
// The schemas of what the command prints belong to the command.
const outputs = await import('../packages/cli/dist/index.js').then(
  (cli) => cli.outputSchemas ?? {},
  () => ({}),
)
for (const [name, schema] of Object.entries(outputs)) {
  wanted.set(`${name}.output.schema.json`, `${JSON.stringify(schema, null, 2)}\n`)
}

mkdirSync(folder, { recursive: true })
const found = new Map(
  readdirSync(folder)
    .filter((name) => name.endsWith('.schema.json'))
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
)
const stale = [...new Set([...wanted.keys(), ...found.keys()])].filter((name) => wanted.get(name) !== found.get(name))

if (process.argv.includes('--check')) {
  for (const name of stale)
    console.error(`schemas/${name} is not what the source says; run \`node scripts/generate-schemas.mjs\``)
  process.exitCode = stale.length > 0 ? 1 : 0
} else {
  for (const name of stale) {
    const text = wanted.get(name)
    if (text === undefined) rmSync(join(folder, name))
    else writeFileSync(join(folder, name), text)
  }
  console.log(`${wanted.size} schemas, ${stale.length} changed`)
}
