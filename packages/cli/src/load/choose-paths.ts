/**
 * Which project the paths of `check` and `test` mean, and which of its files.
 *
 * A path that is itself a project takes the place of the working directory; any other path narrows what is reported,
 * because files are only right or wrong together.
 */
import { existsSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import type { Context } from '../context.js'
import { inputError, usageError } from '../usage-error.js'
import { isProject } from './project.js'

export interface Chosen {
  readonly context: Context
  /** Whether a file of the project, relative to its folder, was asked for. */
  includes(file: string): boolean
}

export function choosePaths(context: Context, paths: readonly string[]): Chosen {
  const full = paths.map((path) => resolve(context.io.cwd, path))
  const missing = paths.find((_, index) => !existsSync(full[index] ?? ''))
  if (missing !== undefined) throw inputError(`\`${missing}\` does not exist`)
  const [project, ...more] = full.filter(isProject)
  if (more.length > 0) throw usageError('give one project at a time')
  const path = project ?? context.folder.path
  const inside = full.filter((one) => one !== project).map((one) => relative(path, one).replaceAll('\\', '/'))
  const outside = inside.find((one) => one.startsWith('..'))
  if (outside !== undefined) throw usageError(`\`${outside}\` is outside of the project \`${path}\``)
  return {
    context: { ...context, folder: { path, named: context.folder.named || project !== undefined } },
    includes: (file) =>
      inside.length === 0 || inside.some((one) => one === '' || file === one || file.startsWith(`${one}/`)),
  }
}
