/**
 * A value against a TypeBox schema: problems in our words, at the key or value that they are about.
 *
 * Ajv answers for unions with the errors of every branch. Here the branch that was meant is found first, by its
 * constant members or by the sort of the value, and only that one is reported.
 */
import type { TSchema } from '@sinclair/typebox'
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import { RE2JS } from 're2js'
import type { Json } from '../contracts/json.js'
import { jsonSchema } from '../contracts/json-schema.js'
import type { PointerProblem } from '../contracts/match.js'
import { valueAt } from '../contracts/pointer.js'
import { chooseBranch } from './choose-branch.js'
import { inWords, placeInWords } from './in-words.js'
import { isTemplate } from './is-template.js'
import { branchesOf, type SchemaOptions } from './schema-parts.js'
import { schemaProblem } from './schema-problem.js'

/** Patterns run on a linear engine, because `allErrors` goes on after a text that is too long. */
const linear = Object.assign(
  (pattern: string) => {
    const compiled = RE2JS.compile(pattern)
    // Ajv keeps patterns by this text and would take all for one.
    return { test: (text: string) => compiled.matcher(text).find(), toString: () => pattern }
  },
  { code: 'linear' },
)

const ajv = new Ajv2020({
  strict: true,
  allErrors: true,
  ownProperties: true,
  verbose: true,
  messages: true,
  addUsedSchema: false,
  inlineRefs: true,
  code: { regExp: linear },
})

const validators = new WeakMap<TSchema, ValidateFunction>()

/** All problems of a value; none when it fits. `pointer` is where the value stands in its document. */
export function checkSchema(
  schema: TSchema,
  value: Json,
  pointer = '',
  options: SchemaOptions = {},
): readonly PointerProblem[] {
  if (options.templates === true && isTemplate(value)) return []
  const validate = validatorOf(schema)
  if (validate(value)) return []
  const errors = validate.errors ?? []
  const unions = outermost(errors.filter(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf'))
  const plain = errors.filter((error) => !unions.some((union) => error === union || isInside(error, union)))
  const problems = [
    ...plain.flatMap((error) => {
      const found = valueAt(value, error.instancePath) ?? null
      if (options.templates === true && isTemplate(found)) return []
      return [schemaProblem(error, found, pointer + error.instancePath, options.source)]
    }),
    ...unions.flatMap((union) => {
      const found = valueAt(value, union.instancePath) ?? null
      return unionProblems(union, found, pointer + union.instancePath, options)
    }),
  ]
  // What Ajv refuses is refused, also where no words are found for it.
  return problems.length > 0 || options.templates === true ? problems : [unexplained(value, pointer)]
}

function unionProblems(
  union: ErrorObject,
  data: Json,
  pointer: string,
  options: SchemaOptions,
): readonly PointerProblem[] {
  if (options.templates === true && isTemplate(data)) return []
  const choice = chooseBranch(branchesOf(union.parentSchema), data, pointer, options)
  if (choice.kind === 'problems') return choice.problems
  const answers = choice.branches.map((branch) => checkSchema(branch, data, pointer, options))
  return answers.reduce((best, next) => (next.length < best.length ? next : best))
}

function unexplained(value: Json, pointer: string): PointerProblem {
  const message = `${inWords(value)} does not fit ${placeInWords(pointer)}`
  return { pointer, at: 'value', code: 'document.value', message, hint: null }
}

function validatorOf(schema: TSchema): ValidateFunction {
  const known = validators.get(schema)
  if (known !== undefined) return known
  const plain = jsonSchema(schema)
  const validate = ajv.compile(plain)
  // Ajv keeps every schema that it has seen; schemas made for one playbook would pile up.
  ajv.removeSchema(plain)
  validators.set(schema, validate)
  return validate
}

function outermost(unions: readonly ErrorObject[]): readonly ErrorObject[] {
  return unions.filter((union) => !unions.some((other) => other !== union && isInside(union, other)))
}

function isInside(error: ErrorObject, union: ErrorObject): boolean {
  const below = error.instancePath === union.instancePath || error.instancePath.startsWith(`${union.instancePath}/`)
  return below && error.schemaPath.startsWith(`${union.schemaPath}/`)
}
