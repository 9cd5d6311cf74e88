/**
 * The AWS in process for `--simulate`: where its state comes from and where it is kept.
 *
 * The first simulation starts from `world.yaml`; what `apply` and `undo` make of it is kept in `.redress/world.json`,
 * which later simulations go on from. Deleting that file starts again.
 */
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import type { World } from '@redress/actions/testing'
import { isJsonObject, RedressError, readYaml } from '@redress/engine'
import type { Context } from '../context.js'
import { inputError, usageError } from '../usage-error.js'

/** The world named by the option's value, or the project's own (`true`). */
export async function openWorld(context: Context, simulate: string | true): Promise<World> {
  const path = simulate === true ? ownWorld(context) : resolve(context.io.cwd, simulate)
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw inputError(
      `the world \`${relative(context.io.cwd, path)}\` cannot be read`,
      '--simulate takes a file after it; write the findings before it',
      error,
    )
  })
  const { inProcessAws } = await import('@redress/actions/testing')
  const shown = relative(context.io.cwd, path)
  const { document, problems } = readYaml(shown, text)
  if (problems.length > 0) throw new RedressError('usage.input', `the world \`${shown}\` is not right`, { problems })
  const state = document?.value
  if (!isJsonObject(state))
    throw inputError(`\`${shown}\` is not a world`, 'a world is a map of account, Region, service')
  const again = path === savedPath(context) ? ' (without it, on world.yaml)' : ''
  context.note(`${context.noteStyle.dim(`simulating on ${shown}${again}`)}\n`)
  const [account] = Object.keys(state)
  return inProcessAws(state, {
    now: () => context.parts.clock.now(),
    ...(account === undefined ? {} : { home: { account, partition: 'aws' } }),
  })
}

/** Keeps the state for the next simulation. */
export async function saveWorld(context: Context, world: World): Promise<void> {
  const path = savedPath(context)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, `${JSON.stringify(world.state, null, 2)}\n`)
}

function ownWorld(context: Context): string {
  const found = [savedPath(context), join(context.folder.path, 'world.yaml')].find((path) => existsSync(path))
  if (found !== undefined) return found
  throw usageError(
    `there is no world to simulate in \`${context.folder.path}\``,
    'write a world.yaml, or name one: --simulate <world.yaml>',
  )
}

function savedPath({ folder }: Context): string {
  return join(folder.path, '.redress', 'world.json')
}
