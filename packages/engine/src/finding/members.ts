/** What the readers of both formats do with single members of a raw body. */
import type { Severity } from '../contracts/finding.js'
import type { JsonObject } from '../contracts/json.js'
import { partitionOf } from './arn.js'
import type { Refusal } from './limits.js'
import type { Product } from './product.js'
import { formatPath, type Path, type Reader, valueAt } from './reader.js'
import { region } from './values.js'
import { labelScores } from './words.js'

/** The id of a finding, or why it has none. */
export function idOf(raw: JsonObject, path: Path): string | Refusal {
  const id = valueAt(raw, path)
  if (typeof id === 'string' && id.trim() !== '') return id
  return invalid(path, id === undefined || id === '' ? 'is missing' : 'is not a string with an id')
}

export function invalid(path: Path, reason: string): Refusal {
  return { code: 'finding.invalid', message: `\`${formatPath(path)}\` ${reason}` }
}

/** A default for a field that is absent; one that is unreadable stays so. */
export function orElse<T>(reader: Reader, field: string, value: T | null, otherwise: T): T | null {
  return value === null && !reader.spoiled(field) ? otherwise : value
}

/** One text or a list of texts; anything else is left out. */
export function textsAt(raw: JsonObject, path: Path): readonly string[] {
  const value = valueAt(raw, path) ?? []
  return (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string')
}

/** The score of a label, where there is no score itself. */
export function scoreOr(reader: Reader, number: number | null, label: Severity | null): number | null {
  if (number !== null || label === null || reader.spoiled('severityScore')) return number
  return labelScores[label]
}

/** The Region that is declared, else that of the product. One of another partition than the product's cannot be meant. */
export function readRegion(reader: Reader, path: Path, productPath: Path, product: Product | null): string | null {
  const declared = reader.read('region', region, path)
  if (product === null || reader.spoiled('region')) return declared
  if (declared === null) {
    reader.from('region', productPath)
    return product.region
  }
  if (partitionOf(declared) === product.partition) return declared
  return reader.spoil('region', `\`${formatPath(path)}\` is not a Region of the partition \`${product.partition}\``)
}
