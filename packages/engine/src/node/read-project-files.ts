/**
 * The files of a project folder, as far as they have a place in it.
 *
 * Nothing outside the folder is read: a symbolic link that leads out of it is refused, or a link in a reviewed
 * folder could bring in what nobody reviewed. Limits hold before a file is opened.
 */
import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { documentFolders, documentPlace } from '../contracts/documents/document-place.js'
import { limits } from '../contracts/documents/limits.js'
import { RedressError } from '../contracts/problem.js'

/** Bytes by path, relative to the folder and written with `/`. A folder that does not exist is an error. */
export async function readProjectFiles(folder: string): Promise<Map<string, Uint8Array>> {
  const root = await realpath(folder).catch((cause: unknown) => {
    throw new RedressError('usage.input', `the folder \`${folder}\` cannot be read`, { cause })
  })
  const top = await listNames(root)
  const below = await Promise.all(documentFolders.filter((name) => top.includes(name)).map((name) => list(root, name)))
  const paths = [...top, ...below.flat()].filter((path) => documentPlace(path).kind !== 'ignored').sort()
  if (paths.length > limits.files) {
    throw new RedressError('yaml.too-large', `the project has more than ${limits.files} files`)
  }
  const files = new Map<string, Uint8Array>()
  let bytes = 0
  for (const path of paths) {
    const content = await readInside(root, path)
    bytes += content.byteLength
    if (bytes > limits.bytes)
      throw new RedressError('yaml.too-large', `the project has more than ${limits.bytes} bytes`)
    files.set(path, content)
  }
  return files
}

/** All files below a folder. Links to folders are refused, not skipped: what is skipped is rules that do not run. */
async function list(root: string, path: string): Promise<readonly string[]> {
  const folder = join(root, path)
  if ((await realpath(folder)) !== folder) throw linkedFolder(path)
  if (!(await stat(folder)).isDirectory()) return []
  const entries = await readdir(folder, { withFileTypes: true })
  const inner = await Promise.all(
    entries.map(async (entry) => {
      const place = `${path}/${entry.name}`
      if (entry.isDirectory()) return list(root, place)
      if (entry.isSymbolicLink() && (await stat(join(root, place)).catch(() => null))?.isDirectory() === true) {
        throw linkedFolder(place)
      }
      return [place]
    }),
  )
  return inner.flat()
}

function linkedFolder(path: string): RedressError {
  return new RedressError('usage.input', `\`${path}\` is a link to a folder, which is not followed`, {
    hint: 'put the files into the project',
  })
}

async function listNames(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder)
  } catch (cause) {
    throw new RedressError('usage.input', `the folder \`${folder}\` cannot be read`, { cause })
  }
}

async function readInside(root: string, path: string): Promise<Uint8Array> {
  try {
    const real = await realpath(join(root, path))
    if (!real.startsWith(root.endsWith(sep) ? root : root + sep)) {
      throw new RedressError('usage.input', `\`${path}\` is a link that leads out of the project`)
    }
    const { size } = await stat(real)
    // A file over the limit is not read; that many zero bytes are refused for their number alone.
    return size > limits.fileBytes ? new Uint8Array(limits.fileBytes + 1) : await readFile(real)
  } catch (cause) {
    if (cause instanceof RedressError) throw cause
    throw new RedressError('usage.input', `\`${path}\` cannot be read`, { cause })
  }
}
