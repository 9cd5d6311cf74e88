/** Rules from a bundle: checked and compiled ahead, so that a start only reads them. */
import { buildBundle, loadProject } from '@redress/engine'
import { actions } from '../engines/redress.js'

/** The bundle of these files as text, as `redress bundle` would write it. */
export async function bundleOf(files: ReadonlyMap<string, string>): Promise<string> {
  return JSON.stringify(await buildBundle(await loadProject({ files, actions })))
}
