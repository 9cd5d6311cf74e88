/**
 * The main job, start to end, through the real command: real-looking findings become decisions, a plan, changes that are
 * verified, and everything is taken back. The AWS is the in-process one; nothing leaves this machine.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { makeDemo } from './findings.mjs'

const command = resolve(import.meta.dirname, '../../packages/cli/dist/bin.js')
const folder = mkdtempSync(join(tmpdir(), 'redress-demo-'))
const started = Date.now()
prepare()

title('1. The rules hold together, but for an exception that has ended')
redress('check')
title('2. What would match, rule by rule, without looking at AWS')
const decided = redress('decide', 'findings')
title('3. What would change: before and after, what breaks, whether it can be undone')
redress('plan', 'findings', '--simulate', 'world.yaml', '--out', 'plan.json', '--html', 'plan.html')
const planned = toMake('plan.json')
title('4. Do exactly that')
redress('apply', '--plan', 'plan.json', '--simulate', 'world.yaml', '--yes')
title('5. Plan again: what is left?')
const again = planQuietly('again.json')
console.log(`Changes left to make in rules that may act: ${again}`)
title('6. Take everything back')
redress('undo', 'last', '--simulate', '--yes')
const after = planQuietly('after.json')

title('In short')
console.log(
  `${decided.decisions.length} decisions about findings; ${decided.refused.length} findings refused as malformed.`,
)
console.log(`${planned} changes planned → applied and verified → ${again} left → taken back → ${after} to make again.`)
console.log(`The plan as a page: ${join(folder, 'plan.html')}`)
console.log(`${((Date.now() - started) / 1000).toFixed(1)} s, in ${folder}`)

function prepare() {
  cpSync(join(import.meta.dirname, 'project'), folder, { recursive: true })
  mkdirSync(join(folder, 'findings'))
  const { asff, ocsf, malformed, world } = makeDemo()
  writeFileSync(join(folder, 'findings/security-hub.json'), JSON.stringify({ Findings: asff }, null, 2))
  writeFileSync(
    join(folder, 'findings/security-hub-v2.ndjson'),
    ocsf.map((finding) => `${JSON.stringify(finding)}\n`).join(''),
  )
  writeFileSync(join(folder, 'findings/stray.ndjson'), `${malformed.join('\n')}\n`)
  writeFileSync(join(folder, 'world.yaml'), JSON.stringify(world, null, 2))
}

/** How many changes a plan would make in rules whose mode lets them act; messages are sent once and do not count. */
function toMake(plan) {
  const { changes } = JSON.parse(readFileSync(join(folder, plan), 'utf8'))
  return changes.filter(({ verdict, mode, use }) => {
    return verdict.kind === 'change' && mode === 'apply' && !use.startsWith('notify.')
  }).length
}

function planQuietly(plan) {
  json('plan', 'findings', '--simulate', '--out', plan)
  return toMake(plan)
}

function title(text) {
  const isStyled = process.stdout.isTTY && !process.env['NO_COLOR']
  console.log(isStyled ? `\n\u001b[1m${text}\u001b[0m` : `\n${text}`)
}

/** Shows a command and what it prints; returns its JSON too. */
function redress(...args) {
  // An ended exception is a problem to look at, and a plan with refusals is done in part: both are what the demo shows.
  const expected = args[0] === 'check' ? [1] : [0, 3]
  console.log(`$ redress ${args.join(' ')}`)
  const { status } = spawnSync(process.execPath, [command, ...args], {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (!expected.includes(status)) process.exit(status ?? 1)
  return args[0] === 'decide' ? json(...args) : null
}

function json(...args) {
  const { stdout, stderr } = spawnSync(process.execPath, [command, ...args, '--json'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 << 20,
  })
  try {
    return JSON.parse(stdout)
  } catch {
    throw new Error(`redress ${args.join(' ')}: ${stderr || stdout}`)
  }
}
