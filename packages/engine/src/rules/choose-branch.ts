/**
 * Which branch of a union a value was meant for.
 *
 * In order: constants; the sort of the value; a member with a constant (`type: sns`); the members that are there.
 */
import type { TSchema } from '@sinclair/typebox'
import { isJsonObject, type Json, own } from '../contracts/json.js'
import type { PointerProblem } from '../contracts/match.js'
import { didYouMean } from '../contracts/nearest.js'
import { joinPointer } from '../contracts/pointer.js'
import { inWords, listInWords, placeInWords, sortInWords } from './in-words.js'
import { isTemplate } from './is-template.js'
import { constantsOf, memberNames, memberSchema, type SchemaOptions } from './schema-parts.js'
import { unquotedProblem } from './unquoted.js'

export type Choice =
  | { readonly kind: 'branches'; readonly branches: readonly [TSchema, ...TSchema[]] }
  | { readonly kind: 'problems'; readonly problems: readonly PointerProblem[] }

/** The likely branches, or the problems when no branch was meant. */
export function chooseBranch(
  branches: readonly TSchema[],
  value: Json,
  pointer: string,
  options: SchemaOptions,
): Choice {
  const constants = constantsOf({ anyOf: branches })
  if (constants !== null) return problems(notAmong(constants, value, pointer))

  const [first, ...others] = branches.filter((branch) => takes(branch, value))
  if (first === undefined) {
    const unquoted = branches.some((branch) => takes(branch, ''))
      ? unquotedProblem(value, pointer, options.source)
      : null
    return problems(unquoted ?? wrongSort(branches, value, pointer))
  }
  if (!isJsonObject(value) || others.length === 0) return { kind: 'branches', branches: [first, ...others] }
  return byConstantMember([first, ...others], value, pointer, options) ?? byMembers([first, ...others], value)
}

/** The problem of a value that is none of a few constants. */
export function notAmong(constants: readonly Json[], value: Json, pointer: string): PointerProblem {
  const names = constants.filter((constant) => typeof constant === 'string')
  const hint = typeof value === 'string' ? didYouMean(value, names) : null
  const shown = value === null ? 'nothing' : inWords(value)
  const message =
    constants.length === 1
      ? `${placeInWords(pointer)} must be ${listInWords(constants)}, not ${shown}`
      : `${shown} is not one of ${listInWords(constants)}`
  return { pointer, at: 'value', code: 'document.value', message, hint }
}

function byConstantMember(
  branches: readonly [TSchema, ...TSchema[]],
  value: Json,
  pointer: string,
  options: SchemaOptions,
): Choice | null {
  const name = memberNames(branches[0]).find((member) =>
    branches.every((branch) => constantsOf(memberSchema(branch, member)) !== null),
  )
  if (name === undefined) return null
  const allowed = branches.flatMap((branch) => constantsOf(memberSchema(branch, name)) ?? [])
  const found = own(value, name)
  if (found === undefined) {
    const hint = `add \`${name}\`: one of ${listInWords(allowed)}`
    return problems({ pointer, at: 'key', code: 'document.missing-key', message: `\`${name}\` is missing`, hint })
  }
  if (options.templates === true && isTemplate(found)) return problems()
  const [branch] = branches.filter((candidate) => constantsOf(memberSchema(candidate, name))?.includes(found))
  if (branch === undefined) return problems(notAmong(allowed, found, joinPointer(pointer, name)))
  return { kind: 'branches', branches: [branch] }
}

function byMembers(branches: readonly [TSchema, ...TSchema[]], value: Json): Choice {
  const known = (branch: TSchema) => memberNames(branch).filter((name) => own(value, name) !== undefined).length
  const branch = branches.reduce((best, next) => (known(next) > known(best) ? next : best))
  return { kind: 'branches', branches: [branch] }
}

function takes(branch: TSchema, value: Json): boolean {
  const type = own(branch, 'type')
  const constants = constantsOf(branch)
  if (constants !== null) return constants.some((constant) => typeof constant === typeof value)
  return typeof type !== 'string' || sorts(value).includes(type)
}

function sorts(value: Json): readonly string[] {
  if (value === null) return ['null']
  if (Array.isArray(value)) return ['array']
  return typeof value === 'number' ? ['number', 'integer'] : [typeof value]
}

function wrongSort(branches: readonly TSchema[], value: Json, pointer: string): PointerProblem {
  const wanted = [...new Set(branches.map((branch) => typeInWords(own(branch, 'type'))))].join(' or ')
  const message = `${placeInWords(pointer)} must be ${wanted}, and is ${sortInWords(value)}`
  return { pointer, at: 'value', code: 'document.type', message, hint: null }
}

/** What a schema's `type` is called in messages. */
export function typeInWords(type: unknown): string {
  const names = new Map([
    ['object', 'a mapping'],
    ['array', 'a list'],
    ['string', 'text'],
    ['integer', 'a whole number'],
    ['number', 'a number'],
    ['boolean', '`true` or `false`'],
    ['null', 'empty'],
  ])
  return Array.isArray(type) ? type.map(typeInWords).join(' or ') : (names.get(String(type)) ?? 'another value')
}

function problems(...found: readonly PointerProblem[]): Choice {
  return { kind: 'problems', problems: found }
}
