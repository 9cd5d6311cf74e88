/**
 * From whatever was given to a bundle that may be used: of this format, of this very engine, and whole.
 *
 * The version is looked at first, because another engine may have taken the hash of something else.
 */
import type { Bundle } from '../contracts/bundle.js'
import { engineVersion } from '../contracts/engine-version.js'
import { isJsonObject, own } from '../contracts/json.js'
import { RedressError } from '../contracts/problem.js'
import { isWhole } from './integrity.js'

/** Takes a bundle or its text. Rejects with `bundle.not-a-bundle`, `bundle.version` or `bundle.damaged`. */
export async function openBundle(given: unknown): Promise<Bundle> {
  const text = typeof given === 'string' ? given.replace(/^\uFEFF/, '') : null
  const value = text === null ? given : parse(text)
  const kind = own(value, 'kind')
  if (kind !== 'Bundle') {
    throw notABundle(typeof kind === 'string' ? `this is no bundle, but of the kind \`${kind}\`` : 'this is no bundle')
  }
  checkVersions(own(value, 'apiVersion'), own(value, 'engineVersion'))
  if (!isBundle(value) || !(await isWhole(value, text))) {
    throw new RedressError('bundle.damaged', 'the bundle is not as it was built', { hint: buildAgain })
  }
  return value
}

const buildAgain = 'build it again with `redress build`'

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw notABundle('this is no bundle: it is not JSON, or was cut off', error)
  }
}

function checkVersions(apiVersion: unknown, builtBy: unknown): void {
  if (apiVersion !== 'redress/v1') {
    const message = `the bundle has the apiVersion ${shown(apiVersion)}, and this engine reads \`redress/v1\``
    throw new RedressError('bundle.version', message, { hint: buildAgain })
  }
  if (builtBy !== engineVersion) {
    const message = `the bundle was built by version ${shown(builtBy)} of the engine, and this is \`${engineVersion}\``
    throw new RedressError('bundle.version', message, { hint: `${buildAgain} of this version` })
  }
}

/** What stands in the lists is as it was built if the hash holds, so only their presence is looked at. */
function isBundle(value: unknown): value is Bundle {
  const { project, rules, exceptions, playbooks, standards, hash, integrity } = isJsonObject(value) ? value : {}
  return (
    (project === null || isJsonObject(project)) &&
    (rules === null || Array.isArray(rules)) &&
    [exceptions, playbooks, standards].every(Array.isArray) &&
    [hash, integrity].every((text) => typeof text === 'string')
  )
}

function notABundle(message: string, cause?: unknown): RedressError {
  return new RedressError('bundle.not-a-bundle', message, { hint: 'give what `redress build` wrote', cause })
}

function shown(version: unknown): string {
  return typeof version === 'string' ? `\`${version}\`` : 'none'
}
