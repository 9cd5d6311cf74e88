/** The shape of a plan file, for reading one back and for editors. */
import { Type } from '@sinclair/typebox'
import { severities } from './finding.js'
import type { Json, JsonObject } from './json.js'
import { modes } from './plan.js'

const text = Type.String()
const textOrNull = Type.Union([Type.String(), Type.Null()])
const texts = Type.Array(Type.String())
const json = Type.Unsafe<Json>(Type.Unknown())
const jsonObject = Type.Unsafe<JsonObject>(Type.Record(Type.String(), Type.Unknown()))
const oneOf = <const Value extends string>(values: readonly Value[]) => Type.Union(values.map((v) => Type.Literal(v)))
const strict = { additionalProperties: false }

const findingRefSchema = Type.Object(
  {
    id: text,
    format: oneOf(['asff', 'ocsf']),
    productArn: textOrNull,
    hubId: textOrNull,
    account: textOrNull,
    region: textOrNull,
    title: textOrNull,
    severity: Type.Union([oneOf(severities), Type.Null()]),
    firstObserved: textOrNull,
  },
  strict,
)

export const outcomeSchema = Type.Object(
  {
    kind: oneOf(['noop', 'skipped', 'refused', 'deferred', 'failed', 'unknown', 'applied', 'undone']),
    code: text,
    message: text,
  },
  strict,
)

export const changeSchema = Type.Object(
  {
    id: text,
    key: text,
    finding: findingRefSchema,
    findings: texts,
    control: textOrNull,
    rules: texts,
    playbook: textOrNull,
    sequence: text,
    alsoIn: Type.Optional(texts),
    account: text,
    region: text,
    partition: text,
    target: text,
    use: text,
    with: jsonObject,
    summary: text,
    before: json,
    after: json,
    risk: oneOf(['safe', 'disruptive', 'irreversible']),
    reversible: oneOf(['full', 'partial', 'none']),
    breaks: textOrNull,
    mode: oneOf(modes),
    verdict: Type.Union([Type.Object({ kind: Type.Literal('change') }, strict), outcomeSchema]),
    permissions: texts,
  },
  strict,
)

const unplannedSchema = Type.Object(
  {
    finding: findingRefSchema,
    target: textOrNull,
    control: textOrNull,
    rule: textOrNull,
    code: text,
    message: text,
    guide: texts,
  },
  strict,
)

/** The schema of a plan file. */
export const planSchema = Type.Object(
  {
    apiVersion: Type.Literal('redress/v1'),
    kind: Type.Literal('Plan'),
    engineVersion: text,
    rulesetHash: text,
    createdAt: text,
    expiresAt: text,
    changes: Type.Array(changeSchema),
    unplanned: Type.Array(unplannedSchema),
    hash: text,
  },
  { ...strict, title: 'Redress plan' },
)
