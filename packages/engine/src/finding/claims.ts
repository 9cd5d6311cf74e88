/** Gathers what a finding says about its control, and records what came of it. */
import type { JsonObject } from '../contracts/json.js'
import { type Claim, findControl, knownControl } from './control-id.js'
import { formatPath, type Path, type Reader, valueAt } from './reader.js'

/** Text at each of the paths, as a claim about the control. */
export function claim(raw: JsonObject, kind: Claim['kind'], ...paths: readonly Path[]): readonly Claim[] {
  return paths.flatMap((path) => {
    const value = valueAt(raw, path)
    return typeof value === 'string' ? [{ text: value, path, kind }] : []
  })
}

/**
 * The control by the claims; `named` is where the format keeps the id itself, which must be text. What else the finding
 * says is only gathered where that does not settle it.
 */
export function settleControl(
  reader: Reader,
  raw: JsonObject,
  product: string | null,
  named: Path,
  others: () => readonly Claim[],
): string | null {
  const given = valueAt(raw, named)
  if (given !== undefined && typeof given !== 'string') {
    return reader.spoil('control', `\`${formatPath(named)}\` is not a string`)
  }
  const settled = given === undefined ? null : knownControl(product, given)
  if (settled !== null) {
    reader.from('control', named)
    return settled
  }
  const found = findControl(product, [...claim(raw, 'id', named), ...others()])
  if (found.kind === 'none') return null
  if (found.kind === 'unreadable') return reader.spoil('control', found.reason)
  reader.from('control', found.path)
  return found.id
}
