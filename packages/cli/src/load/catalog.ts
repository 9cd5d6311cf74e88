/** The catalogue as it was built into one file; reading it costs one parse and no validation. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { type CatalogBundle, isJsonObject } from '@redress/engine'
import { inputError } from '../usage-error.js'

/** `path` is that of the installed catalogue when not given. */
export async function readCatalog(path: string = placeOfCatalog()): Promise<CatalogBundle> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw inputError(`the catalogue \`${path}\` cannot be read`, 'in a checkout, build it with `pnpm build`', error)
  })
  const bundle: unknown = JSON.parse(text)
  if (!isBundle(bundle)) throw inputError(`\`${path}\` is not a catalogue`)
  return bundle
}

function placeOfCatalog(): string {
  try {
    const require = createRequire(import.meta.url)
    return require.resolve('@redress/catalog/catalog.json')
  } catch (error) {
    throw inputError('the catalogue is not installed', 'install @redress/catalog beside @redress/cli', error)
  }
}

function isBundle(value: unknown): value is CatalogBundle {
  return (
    isJsonObject(value) &&
    typeof value['version'] === 'string' &&
    Array.isArray(value['documents']) &&
    isJsonObject(value['fixtures'])
  )
}
