/**
 * Runs every numbered example and compares what it prints with its `expected.txt`. `--update` writes that file.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const examples = resolve(import.meta.dirname, '../examples')
const update = process.argv.includes('--update')
let failed = 0
const folders = readdirSync(examples)
  .filter((name) => /^\d+-/.test(name))
  .sort()
for (const name of folders) {
  const folder = join(examples, name)
  const { status, stdout, stderr } = spawnSync(process.execPath, ['run.mjs'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  })
  const expected = join(folder, 'expected.txt')
  if (update && status === 0) writeFileSync(expected, stdout)
  const wanted = existsSync(expected) ? readFileSync(expected, 'utf8') : null
  const ok = status === 0 && stdout === wanted
  console.log(`${ok ? 'ok  ' : 'FAIL'} examples/${name}`)
  if (!ok) {
    failed += 1
    console.log(`--- printed (exit ${status})\n${stdout}${stderr}--- expected\n${wanted}`)
  }
}
console.log(`${folders.length - failed} of ${folders.length} examples print what they should`)
process.exitCode = failed === 0 && folders.length > 0 ? 0 : 1
