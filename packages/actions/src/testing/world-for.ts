/**
 * A case names state by service only; this places it in the finding's account and Region.
 *
 * Security Hub of that account is given the finding itself, because finding updates read it again.
 */
import { type Finding, type Json, type JsonObject, RedressError } from '@redress/engine'
import { fakes } from './fakes.js'

/** World state (account → Region or `global` → service) from a case's `world`. */
export function worldFor(services: JsonObject, finding: Finding): JsonObject {
  const account = finding.account ?? '123456789012'
  const region = finding.region ?? 'eu-west-1'
  const places: { [place: string]: { [service: string]: Json } } = { [region]: {}, global: {} }
  for (const [key, state] of Object.entries(services)) {
    const fake = fakes.find((candidate) => candidate.key === key)
    if (fake === undefined) {
      throw new RedressError('usage.input', `the in-process AWS has no service \`${key}\``, {
        hint: `it has ${fakes.map((known) => known.key).join(', ')}`,
      })
    }
    const place = fake.scope === 'account' ? 'global' : region
    places[place] = { ...places[place], [key]: state }
  }
  places[region] = { securityhub: { findings: [finding.raw] }, ...places[region] }
  return { [account]: places }
}
