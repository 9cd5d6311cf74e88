/**
 * Finds out which security control a finding is about, however it spells it.
 *
 * Only findings of Security Hub itself name controls: any product can be made to carry a `SecurityControlId`, and
 * a playbook that acts on it would act on a stranger's word. Such a claim makes the field unreadable. An id that
 * two controls share (CIS v5.0.0 `2.1.4`) names neither.
 */
import { canonicalControl, isKnownControl } from '../contracts/controls.js'
import { remember } from '../contracts/remember.js'
import { securityHub } from './product.js'
import { formatPath, type Path } from './reader.js'
import { standardControlRows } from './standard-controls.js'

/** A text of the finding that may name its control. */
export interface Claim {
  readonly text: string
  readonly path: Path
  /**
   * `id` is a control id by itself, `spelling` holds one with its standard (a generator, an ARN), `requirement`
   * is one of the requirements that a control answers.
   */
  readonly kind: 'id' | 'spelling' | 'requirement'
  /** The standard that an `id` belongs to, where it is known: `cis-aws-foundations-benchmark/v/1.4.0`. */
  readonly standard?: string | null
}

export type ControlFound =
  | { readonly kind: 'control'; readonly id: string; readonly path: Path }
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'none' }

/** The control that Security Hub itself names by its id, where the id is that of one known control: no claim comes before. */
export function knownControl(product: string | null, id: string): string | null {
  return product === securityHub ? knownById(id) : null
}

const knownById: (id: string) => string | null = remember((id) => {
  const [control, ...others] = resolve(null, id)
  return control !== undefined && others.length === 0 && isKnownControl(control) ? control : null
})

/** Claims come in order of trust; a known control further down comes before an unknown one further up. */
export function findControl(product: string | null, claims: readonly Claim[]): ControlFound {
  if (product !== securityHub) return stranger(claims)
  const read = claims.map((claim) => ({ claim, controls: controlsOf(claim) }))
  const known = read.find(({ controls }) => controls.length === 1 && controls.every(isKnownControl))
  const found = known ?? read.find(({ controls }) => controls.length === 1)
  const [id] = found?.controls ?? []
  if (found !== undefined && id !== undefined) return { kind: 'control', id, path: found.claim.path }
  const several = read.find(({ controls }) => controls.length > 1)
  if (several !== undefined) {
    const names = several.controls.map((name) => `\`${name}\``).join(' and ')
    return { kind: 'unreadable', reason: `the finding may be about ${names} and does not say which` }
  }
  const malformed = claims.find(({ kind, text }) => kind === 'id' && text.trim() !== '')
  if (malformed === undefined) return { kind: 'none' }
  return { kind: 'unreadable', reason: `\`${formatPath(malformed.path)}\` is not the id of a control` }
}

function stranger(claims: readonly Claim[]): ControlFound {
  const claimed = claims.find(({ kind, text }) => kind === 'id' && canonicalControl(text) !== null)
  if (claimed === undefined) return { kind: 'none' }
  return {
    kind: 'unreadable',
    reason: `\`${canonicalControl(claimed.text)}\` is claimed by a product other than Security Hub`,
  }
}

function controlsOf(claim: Claim): readonly string[] {
  if (claim.kind === 'id') return resolve(claim.standard ?? null, claim.text)
  if (claim.kind === 'requirement') {
    const [, version, number] = /^CIS AWS Foundations Benchmark v(\d+\.\d+\.\d+)\/([\d.]+)$/.exec(claim.text) ?? []
    return tables.get(`cis-aws-foundations-benchmark/v/${version}`)?.get(number ?? '') ?? []
  }
  const [, consolidated] = /(?:^|:)security-control\/([^/]+)(?:\/finding\/.*)?$/.exec(claim.text) ?? []
  if (consolidated !== undefined) return resolve(null, consolidated)
  const [, standard, id] =
    /(?:^|[:/])([a-z0-9-]+\/v\/\d+\.\d+\.\d+)\/(?:rule\/)?([^/]+)(?:\/finding\/.*)?$/i.exec(claim.text) ?? []
  return standard === undefined || id === undefined ? [] : resolve(standard.toLowerCase(), id)
}

/** Standards with ids of their own → id in lower case → controls. */
const tables: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>> = new Map(
  Object.entries(standardControlRows).map(([standard, rows]) => [
    standard,
    new Map(
      rows
        .trim()
        .split(/\s+/)
        .map((row) => {
          const [id = '', controls = ''] = row.split('=')
          return [id.toLowerCase(), controls.split('|')]
        }),
    ),
  ]),
)

function resolve(standard: string | null, id: string): readonly string[] {
  const bare = id.replace(/^(CIS|CT)\./i, '')
  const listed = tables.get(standard ?? '')?.get(bare.toLowerCase())
  if (listed !== undefined) return listed
  // PCI.EC2.1 and EC2.1 are different controls: what the table lacks is not to be read without its prefix.
  if (!/^[A-Z][A-Za-z0-9]*\.\d{1,4}$/i.test(bare)) return []
  return [canonicalControl(bare) ?? bare]
}
