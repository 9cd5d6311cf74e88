/** The built catalogue bundle. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

export function readCatalog() {
  return JSON.parse(readFileSync(resolve(import.meta.dirname, '../catalog/dist/catalog.json'), 'utf8'))
}
