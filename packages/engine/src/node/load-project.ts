/** Projects in folders. */
import type { LoadedProject } from '../contracts/loaded.js'
import { type CheckedProject, checkProject, loadProject, type ProjectInput } from '../load-project.js'
import { readProjectFiles } from './read-project-files.js'

/** What a project folder is loaded with. */
export type FolderInput = Omit<ProjectInput, 'files'>

/** Reads and checks the project in a folder; rejects only when the folder itself cannot be read. */
export async function checkProjectFolder(folder: string, input: FolderInput): Promise<CheckedProject> {
  return checkProject({ ...input, files: await readProjectFiles(folder) })
}

/** Reads the project in a folder; rejects with a `RedressError` that has all problems when it is not sound. */
export async function loadProjectFolder(folder: string, input: FolderInput): Promise<LoadedProject> {
  return loadProject({ ...input, files: await readProjectFiles(folder) })
}
