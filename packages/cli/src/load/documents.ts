/**
 * What `check` and `test` look at: a project, or a folder of playbooks without one.
 *
 * A folder of playbooks stands for itself: the installed catalogue is left out, or its playbooks and fixtures would
 * stand in for those that somebody is writing.
 */
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Action, CheckedProject, LoadedProject } from '@redress/engine'
import { checkProjectFolder, type FolderInput, loadProjectFolder } from '@redress/engine/node'
import type { Context } from '../context.js'
import { type Fixtures, readFixtures } from './fixtures.js'
import { isProject, needProject, withPlaces } from './project.js'

/** Documents that are sound, with all that their tests need. */
export interface Documents {
  readonly project: LoadedProject
  readonly actions: readonly Action[]
  /** Findings by name; those of the folder itself before those of the catalogue. */
  readonly fixtures: Fixtures
}

/** Whether a folder is a project or holds `playbooks/`. */
export function holdsDocuments(folder: string): boolean {
  const playbooks = join(folder, 'playbooks')
  return isProject(folder) || (existsSync(playbooks) && statSync(playbooks).isDirectory())
}

/** All problems of the folder's documents, their files relative to the folder. */
export async function checkDocuments(context: Context): Promise<CheckedProject> {
  return checkProjectFolder(context.folder.path, (await inputOf(context)).input)
}

/** Rejects with all problems, their files relative to the working directory. */
export async function openDocuments(context: Context): Promise<Documents> {
  const { input, fixtures } = await inputOf(context)
  const project = await loadProjectFolder(context.folder.path, input).catch((error: unknown) => {
    throw withPlaces(error, context)
  })
  const own = await readFixtures(context.folder.path)
  return { project, actions: input.actions, fixtures: { ...fixtures, ...own } }
}

async function inputOf(context: Context): Promise<{ readonly input: FolderInput; readonly fixtures: Fixtures }> {
  const { folder, parts } = context
  if (!holdsDocuments(folder.path)) needProject(context)
  const now = parts.clock.now()
  if (!isProject(folder.path)) return { input: { actions: await parts.loadActions(), now }, fixtures: {} }
  const [catalog, actions] = await Promise.all([parts.loadCatalog(), parts.loadActions()])
  return { input: { catalog, actions, now }, fixtures: catalog.fixtures }
}
