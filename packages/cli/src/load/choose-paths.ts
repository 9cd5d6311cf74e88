/**
 * Which folder the paths of `check` and `test` mean, and which of its files.
 *
 * A path that is itself a project takes the place of the working directory; any other path narrows what is reported,
 * because files are only right or wrong together. Where the working directory is no project, a path belongs to the
 * nearest folder above it that is one or holds `playbooks/`, such as a checkout's catalogue.
 */
import { existsSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import type { Context } from '../context.js'
import { inputError, usageError } from '../usage-error.js'
import { holdsDocuments } from './documents.js'
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
  const path = project ?? folderOf(context, full)
  const inside = full.filter((one) => one !== project).map((one) => relative(path, one).replaceAll('\\', '/'))
  const outside = inside.find((one) => one.startsWith('..'))
  if (outside !== undefined) throw usageError(`\`${outside}\` is outside of the project \`${path}\``)
  return {
    context: { ...context, folder: { path, named: context.folder.named || project !== undefined } },
    includes: (file) =>
      inside.length === 0 || inside.some((one) => one === '' || file === one || file.startsWith(`${one}/`)),
  }
}

function folderOf({ folder }: Context, [first]: readonly string[]): string {
  if (first === undefined || folder.named || isProject(folder.path)) return folder.path
  for (let path = first; path !== dirname(path); path = dirname(path)) if (holdsDocuments(path)) return path
  return folder.path
}
