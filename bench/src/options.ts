/** The command line of the benchmark. */
import { parseArgs } from 'node:util'

export interface Options {
  readonly rules: readonly number[]
  readonly findings: number
  readonly rounds: number
  /** Seconds that one engine has in one round. */
  readonly seconds: number
  /** Only these peers; `null` for all. */
  readonly peers: readonly string[] | null
  readonly seed: number
  readonly parts: ReadonlySet<Part>
  /** Where the result goes as JSON: a file, `-` for standard output, `null` for nowhere. */
  readonly json: string | null
}

const allParts = ['mixed', 'same-fields', 'load', 'hostile'] as const
export type Part = (typeof allParts)[number]

export const help = `pnpm bench [options]

  --rules 10,100,1000,10000   how many rules
  --findings 10000            how many findings
  --rounds 7 --seconds 0.3    rounds, and seconds of one engine in one round
  --peers sift,event-ruler    only these peers, by a part of their names; \`none\` for Redress alone
  --only mixed,load           only these parts: ${allParts.join(', ')}
  --hostile                   also the hostile part, which is left out otherwise
  --seed 1                    another workload
  --json [FILE]               the result as JSON, into the file or to standard output
`

export function parseOptions(given: readonly string[]): Options | null {
  const { values } = parseArgs({
    args: given
      .filter((one) => one !== '--')
      .flatMap((one, index, all) => (isBareJson(one, all[index + 1]) ? [one, '-'] : [one])),
    options: {
      rules: { type: 'string', default: '10,100,1000,10000' },
      findings: { type: 'string', default: '10000' },
      rounds: { type: 'string', default: '7' },
      seconds: { type: 'string', default: '0.3' },
      peers: { type: 'string' },
      only: { type: 'string' },
      hostile: { type: 'boolean', default: false },
      seed: { type: 'string', default: '1' },
      json: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return null
  return {
    rules: values.rules.split(',').map((one) => number(one, '--rules')),
    findings: number(values.findings, '--findings'),
    rounds: number(values.rounds, '--rounds'),
    seconds: number(values.seconds, '--seconds'),
    peers: values.peers?.split(',') ?? null,
    seed: number(values.seed, '--seed'),
    parts: partsOf(values.only, values.hostile),
    json: values.json ?? null,
  }
}

function isBareJson(option: string, next: string | undefined): boolean {
  return option === '--json' && (next === undefined || next.startsWith('--'))
}

function partsOf(only: string | undefined, hostile: boolean): ReadonlySet<Part> {
  const named = only?.split(',') ?? ['mixed', 'same-fields', 'load']
  const unknown = named.find((one) => !allParts.some((part) => part === one))
  if (unknown !== undefined) throw new Error(`there is no part \`${unknown}\`: ${allParts.join(', ')}`)
  return new Set(allParts.filter((part) => named.includes(part) || (part === 'hostile' && hostile)))
}

function number(text: string, option: string): number {
  const value = Number(text)
  if (!(value > 0)) throw new Error(`${option} wants numbers above 0, not \`${text}\``)
  return value
}
