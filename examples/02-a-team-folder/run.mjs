/** A team's folder: checked, tested, and asked what it would do with two findings. Runs the real command. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const command = fileURLToPath(new URL('bin.js', import.meta.resolve('@redress/cli')))

for (const args of [
  ['check'],
  ['test'],
  ['decide', 'findings'],
  ['explain', 'findings/bastion.json', '--rule', 'close-admin-ports'],
]) {
  console.log(`$ redress ${args.join(' ')}`)
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    cwd: import.meta.dirname,
    encoding: 'utf8',
  })
  console.log(stdout + stderr)
  if (status !== 0) process.exit(1)
}
