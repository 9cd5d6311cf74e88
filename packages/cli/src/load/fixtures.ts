/**
 * Findings that test cases name: `asff/ec2.2-failed` is `fixtures/asff/ec2.2-failed.json` of the folder, and a name
 * with an ending is a file, beside the test or from the top of the folder.
 */
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Json, LoadedTest } from '@redress/engine'
import { inputError } from '../usage-error.js'

export interface Fixtures {
  readonly [name: string]: Json
}

/** Everything in `fixtures/` of the folder, by name; nothing where there is no such folder. */
export async function readFixtures(folder: string): Promise<Fixtures> {
  const entries = await readdir(join(folder, 'fixtures'), { recursive: true }).catch(() => [])
  const names = entries.map((name) => name.replaceAll('\\', '/')).filter((name) => name.endsWith('.json'))
  const read = names.map(async (name): Promise<readonly [string, Json]> => {
    const path = join(folder, 'fixtures', name)
    return [name.slice(0, -'.json'.length), parse(await readFile(path, 'utf8'), path)]
  })
  return Object.fromEntries(await Promise.all(read))
}

/** The files that the cases of one test name and that are not among the `known`. */
export async function readNamedFiles(folder: string, { test, origin }: LoadedTest, known: Fixtures): Promise<Fixtures> {
  const names = new Set(test.cases.map(({ finding }) => finding).filter((name) => !Object.hasOwn(known, name)))
  const found = await Promise.all(
    [...names].map(async (name): Promise<readonly (readonly [string, Json])[]> => {
      for (const path of [join(folder, dirname(origin.file), name), join(folder, name)]) {
        const text = await readFile(path, 'utf8').catch(() => null)
        if (text !== null) return [[name, parse(text, path)]]
      }
      return []
    }),
  )
  return Object.fromEntries(found.flat())
}

function parse(text: string, path: string): Json {
  try {
    const value: Json = JSON.parse(text)
    return value
  } catch (error) {
    throw inputError(`the finding \`${path}\` is not JSON`, undefined, error)
  }
}
