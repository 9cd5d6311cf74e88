/**
 * What a misspelt field of a match may have been meant to be.
 *
 * Names are often right and only their place is wrong: `type` for `resource.type`, `finding.severity` for `severity`.
 */
import { fieldNames, parseField } from '../contracts/fields.js'
import { didYouMean, nearest } from '../contracts/nearest.js'

export function hintField(name: string): string | null {
  const withoutIndexes = name.replaceAll(/\[[^\]]*\]/g, '')
  const others = [`resource.${name}`, name.replace(/^finding\./, ''), withoutIndexes]
  const elsewhere = others.find((other) => parseField(other) !== null)
  const meant = elsewhere ?? openField(name)
  return meant === null ? didYouMean(name, [...fieldNames, 'any', 'all']) : `did you mean \`${meant}\`?`
}

/** `resource.tag.Owner` as `resource.tags.Owner`: a misspelt head in front of a free part. */
function openField(name: string): string | null {
  const parts = /^([^.]+\.[^.]+)\.(.+)$/.exec(name)
  const head = nearest(parts?.[1] ?? '', ['resource.tags', 'resource.details'])
  return head === null || parts === null ? null : `${head}.${parts[2]}`
}
