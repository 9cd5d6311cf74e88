/**
 * A rule and its test from one real finding: narrow to its control and account, so that it can only be widened on
 * purpose. The finding becomes a fixture without what is secret or personal in it.
 */
import type { Finding, Json } from '@redress/engine'
import { inputError } from '../usage-error.js'
import { redact } from './redact.js'
import { schemaLine } from './starter-files.js'

export interface FromFinding {
  readonly account: string
  readonly region: string
  readonly rule: string
  /** Path → text. */
  readonly files: ReadonlyMap<string, string>
}

export function filesFromFinding(finding: Finding): FromFinding {
  const { account, region, control } = finding
  if (account === null || region === null) {
    throw inputError('the finding does not say its account and Region', 'a rule must be narrow; name them by hand')
  }
  const rule = idFor(finding)
  const fixture = `tests/fixtures/${rule}.json`
  const body: Json = redact(finding.raw)
  const ruleFile = `rules/${rule}.yaml`
  const testFile = `tests/${rule}.test.yaml`
  return {
    account,
    region,
    rule,
    files: new Map([
      [ruleFile, `${schemaLine(ruleFile)}${ruleText(rule, finding, account, control)}`],
      [testFile, `${schemaLine(testFile)}${testText(rule, fixture)}`],
      [fixture, `${JSON.stringify(body, null, 2)}\n`],
    ]),
  }
}

function idFor({ control, generator, account }: Finding): string {
  const about = control ?? generator?.split('/').at(-1) ?? 'finding'
  const words = `${about}-${account}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
  return words.replaceAll(/^-+|-+$/g, '').slice(0, 100)
}

function ruleText(id: string, finding: Finding, account: string, control: string | null): string {
  const about = control === null ? clauseFor(finding) : `control: ${quoted(control)}`
  const step = control === null ? 'finding.note\n        with: { text: seen by Redress }' : 'playbook'
  return `apiVersion: redress/v1
kind: Rules
rules:
  - id: ${id}
    title: ${quoted((finding.title ?? id).slice(0, 256))}
    match:
      ${about}
      account: ${quoted(account)}
    mode: apply
    steps:
      - use: ${step}
`
}

/** For findings without a control: their generator, else their types, else the finding itself. */
function clauseFor({ generator, types, id }: Finding): string {
  if (generator !== null) return `generator: ${quoted(generator)}`
  return types === null || types.length === 0 ? `id: ${quoted(id)}` : `types: [${types.map(quoted).join(', ')}]`
}

function testText(rule: string, fixture: string): string {
  return `apiVersion: redress/v1
kind: RuleTest
cases:
  - name: the finding that it was written for matches
    finding: ${fixture}
    set: { workflow: NEW, record: ACTIVE }
    expect:
      rules: [${rule}]

  - name: a suppressed finding is left alone
    finding: ${fixture}
    set: { workflow: SUPPRESSED }
    expect: { skipped: workflow }
`
}

/** A YAML string in double quotes, in ASCII: characters that a rule file must not hold are written out. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
