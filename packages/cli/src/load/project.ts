/**
 * The project of a command: its folder, or the whole catalogue in plan mode where there is none.
 *
 * A folder that the user named must be a project; only the working directory may happen not to be one.
 */
import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import {
  type Action,
  type CatalogBundle,
  type LoadedProject,
  loadProject,
  type Problem,
  RedressError,
} from '@redress/engine'
import { loadProjectFolder } from '@redress/engine/node'
import type { Context } from '../context.js'
import { usageError } from '../usage-error.js'

/** Everything that rules are judged with. */
export interface Loaded {
  readonly project: LoadedProject
  readonly actions: readonly Action[]
  readonly catalog: CatalogBundle
}

export function isProject(folder: string): boolean {
  return existsSync(join(folder, 'redress.yaml'))
}

/** Rejects with all problems of the project, their files relative to the working directory. */
export async function openProject(context: Context): Promise<Loaded> {
  const { path, named } = context.folder
  const there = isProject(path)
  if (named && !there)
    throw usageError(`there is no redress.yaml in \`${path}\``, `\`redress init ${path}\` writes one`)
  const [catalog, actions] = await Promise.all([context.parts.loadCatalog(), context.parts.loadActions()])
  try {
    const project = there
      ? await loadProjectFolder(path, { catalog, actions, now: context.parts.clock.now() })
      : await loadProject({ files: new Map(), catalog, actions, now: context.parts.clock.now() })
    return { project, actions, catalog }
  } catch (error) {
    throw withPlaces(error, context)
  }
}

/** Commands that act want a project: without one there is no scope, so nothing may be changed. */
export function needProject({ folder }: Context): void {
  if (isProject(folder.path)) return
  throw usageError(
    `there is no redress.yaml in \`${folder.path}\``,
    'go to a project, name one with --project, or write one with `redress init`',
  )
}

/** The same problem with its file as seen from the working directory, so that terminals can open it. */
export function placeProblem(problem: Problem, { io, folder }: Context): Problem {
  return { ...problem, file: relative(io.cwd, join(folder.path, problem.file)) || problem.file }
}

/** An error whose problems are placed as `placeProblem` does; any other error as it is. */
export function withPlaces(error: unknown, context: Context): unknown {
  if (!(error instanceof RedressError)) return error
  const hint = error.hint === null ? {} : { hint: error.hint }
  const problems = error.problems.map((problem) => placeProblem(problem, context))
  return new RedressError(error.code, error.message, { ...hint, cause: error.cause, problems })
}
