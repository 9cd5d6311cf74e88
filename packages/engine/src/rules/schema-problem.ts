/**
 * One error of Ajv as a problem in our words.
 *
 * Unknown keys are shown at the key, bad values at the value, missing keys at the key of the mapping that lacks
 * them.
 */
import type { ErrorObject } from 'ajv/dist/2020.js'
import { type Json, own } from '../contracts/json.js'
import type { PointerProblem } from '../contracts/match.js'
import { didYouMean } from '../contracts/nearest.js'
import { joinPointer } from '../contracts/pointer.js'
import { notAmong, typeInWords } from './choose-branch.js'
import { inWords, listInWords, placeInWords, sortInWords } from './in-words.js'
import { constantsOf, descriptionOf, memberNames, memberSchema } from './schema-parts.js'
import { unquotedProblem } from './unquoted.js'

type Words = Pick<PointerProblem, 'code' | 'message' | 'hint'>

/** The problem of an error about the `value` at `pointer`. */
export function schemaProblem(
  error: ErrorObject,
  value: Json,
  pointer: string,
  source: ((pointer: string) => string | null) | undefined,
): PointerProblem {
  switch (error.keyword) {
    case 'additionalProperties':
      return unknownKey(error, pointer)
    case 'required':
      return missingKey(error, pointer)
    case 'type':
      return (isText(error) ? unquotedProblem(value, pointer, source) : null) ?? wrongType(error, value, pointer)
    case 'const':
    case 'enum':
      return notAmong(constantsOf(error.parentSchema) ?? [], value, pointer)
    default:
      return { pointer, at: 'value', ...bound(error, value, pointer) }
  }
}

function unknownKey(error: ErrorObject, pointer: string): PointerProblem {
  const name = String(own(error.params, 'additionalProperty'))
  const place = joinPointer(pointer, name)
  const patterns = Object.keys(own(error.parentSchema, 'patternProperties') ?? {})
  if (patterns.length > 0) {
    const message = `${inWords(name)} cannot be a name here`
    const hint = descriptionOf(error.parentSchema) ?? `a name must fit ${listInWords(patterns)}`
    return { pointer: place, at: 'key', code: 'document.unknown-key', message, hint }
  }
  const names = memberNames(error.parentSchema)
  return {
    pointer: place,
    at: 'key',
    code: 'document.unknown-key',
    message: `the key ${inWords(name)} is not known here`,
    hint: didYouMean(name, names) ?? (names.length === 0 ? null : `the keys are ${listInWords(names)}`),
  }
}

function missingKey(error: ErrorObject, pointer: string): PointerProblem {
  const name = String(own(error.params, 'missingProperty'))
  const description = descriptionOf(memberSchema(error.parentSchema, name))
  return {
    pointer,
    at: 'key',
    code: 'document.missing-key',
    message: `\`${name}\` is missing`,
    hint: description === null ? `add \`${name}\`` : `add \`${name}\`: ${description}`,
  }
}

function isText(error: ErrorObject): boolean {
  return own(error.params, 'type') === 'string'
}

function wrongType(error: ErrorObject, value: Json, pointer: string): PointerProblem {
  const type = own(error.params, 'type')
  return {
    pointer,
    at: 'value',
    code: 'document.type',
    message: `${placeInWords(pointer)} must be ${typeInWords(type)}, and is ${sortInWords(value)}`,
    hint: type === 'boolean' && typeof value === 'string' ? booleanHint(value) : null,
  }
}

/** YAML 1.1 took these words for booleans, and people still write them. */
function booleanHint(value: string): string | null {
  if (/^(yes|on|y|true)$/i.test(value)) return 'write `true`'
  return /^(no|off|n|false)$/i.test(value) ? 'write `false`' : null
}

function bound(error: ErrorObject, value: Json, pointer: string): Words {
  const place = placeInWords(pointer)
  const limit = Number(own(error.params, 'limit'))
  const hint = null
  switch (error.keyword) {
    case 'pattern': {
      const about = descriptionOf(error.parentSchema)
      const form = `it must fit ${inWords(String(own(error.params, 'pattern')))}`
      const wanted = about === null ? form : `${about.replace(/\.$/, '')}; ${form}`
      // Problems end up in the logs of builds, which more people read than the file.
      const subject = own(error.parentSchema, 'writeOnly') === true ? 'the secret here' : inWords(value)
      return { code: 'document.value', message: `${subject} is not a valid ${place}`, hint: wanted }
    }
    case 'minLength':
      return {
        code: 'document.value',
        message: limit === 1 ? `${place} is empty` : `${place} is shorter than ${limit} characters`,
        hint,
      }
    case 'maxLength':
      return { code: 'document.value', message: `${place} is longer than ${limit} characters`, hint }
    case 'minItems':
    case 'minProperties': {
      const message = limit === 1 ? `${place} is empty` : `${place} holds fewer than ${limit} items`
      return { code: 'document.value', message, hint }
    }
    case 'maxItems':
    case 'maxProperties':
      return { code: 'document.too-many', message: `${place} holds more than ${limit} items`, hint }
    case 'uniqueItems':
      return { code: 'document.value', message: `${place} holds the same item twice`, hint: null }
    case 'minimum':
    case 'exclusiveMinimum':
    case 'maximum':
    case 'exclusiveMaximum':
      return { code: 'document.value', message: `${place} must be ${comparison(error)}, not ${inWords(value)}`, hint }
    default:
      return { code: 'document.value', message: `${place} ${error.message ?? 'is not valid'}`, hint }
  }
}

function comparison(error: ErrorObject): string {
  const limit = String(own(error.params, 'limit'))
  switch (own(error.params, 'comparison')) {
    case '>=':
      return `at least ${limit}`
    case '<=':
      return `at most ${limit}`
    case '>':
      return `more than ${limit}`
    default:
      return `less than ${limit}`
  }
}
