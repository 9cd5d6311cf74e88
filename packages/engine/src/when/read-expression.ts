/**
 * Reads a JSONLogic value into an expression, or reports why it cannot be judged safely.
 *
 * The library takes any object with one key as logic and any other as true. Here every object must be a known
 * operator with the operands that it takes, and every name a field that exists.
 */
import { checkClosedValue } from '../contracts/closed-values.js'
import { isJsonObject, type Json } from '../contracts/json.js'
import type { PointerProblem } from '../contracts/match.js'
import { didYouMean } from '../contracts/nearest.js'
import { joinPointer } from '../contracts/pointer.js'
import { parseViewName, viewNames } from '../contracts/view.js'
import {
  arities,
  type Expression,
  isIteration,
  isOperation,
  type Name,
  type Operation,
  whenLimits,
} from './expression.js'
import { normaliseTime, withTimes } from './time-literal.js'
import { areComparable, isScalar, typeOfKind, typeOfScalar } from './type.js'

export interface ReadExpression {
  /** `null` when there are problems. */
  readonly expression: Expression | null
  readonly problems: readonly PointerProblem[]
}

export function readExpression(value: Json, pointer: string): ReadExpression {
  const problems: PointerProblem[] = []
  const reader: Reader = {
    nodes: 0,
    report: (place, message, hint = null, at = 'value') => {
      problems.push({ pointer: place, at, code: 'rules.when', message, hint })
      return null
    },
  }
  const expression = read(value, { pointer, depth: 1, list: false, inItem: false }, reader)
  return { expression: problems.length === 0 ? expression : null, problems }
}

interface Reader {
  nodes: number
  report(pointer: string, message: string, hint?: string | null, at?: 'key' | 'value'): null
}

interface Place {
  readonly pointer: string
  readonly depth: number
  /** True where a list is wanted. */
  readonly list: boolean
  /** True inside the second operand of an iteration, where only the item is in sight. */
  readonly inItem: boolean
}

function read(value: Json, place: Place, reader: Reader): Expression | null {
  const { pointer } = place
  reader.nodes += 1
  if (place.depth > whenLimits.depth) {
    return reader.report(pointer, `the condition is nested deeper than ${whenLimits.depth} levels`)
  }
  if (reader.nodes > whenLimits.nodes) {
    // Reported once: nothing behind the limit is read.
    if (reader.nodes > whenLimits.nodes + 1) return null
    return reader.report(pointer, `the condition has more than ${whenLimits.nodes} parts`)
  }
  if (isScalar(value)) return { kind: 'literal', value, time: false, pointer }
  if (value === null) {
    const hint = 'ask for absence with `{ "missing": ["…"] }`'
    return reader.report(pointer, '`null` is no value to compare with', hint)
  }
  if (isJsonObject(value)) return readLogic(value, place, reader)
  const items = value.map((item: Json, index: number) => {
    const inner = below({ ...place, list: false }, index)
    return Array.isArray(item) ? reader.report(inner.pointer, 'a list stands in a list') : read(item, inner, reader)
  })
  return allRead(items) ? { kind: 'list', items, pointer } : null
}

function readLogic(value: { readonly [key: string]: Json }, place: Place, reader: Reader): Expression | null {
  const keys = Object.keys(value)
  const [name] = keys
  if (name === undefined || keys.length > 1) {
    const found = name === undefined ? 'none' : keys.map((key) => `\`${key}\``).join(', ')
    return reader.report(place.pointer, `an object in a condition has exactly one operator, not ${found}`)
  }
  const operand: Json = value[name] ?? null
  const inner = below(place, name)
  const operands: readonly Json[] = Array.isArray(operand) ? operand : [operand]
  const places = operands.map((_, index) => (Array.isArray(operand) ? below(inner, index) : inner))
  if (name === 'var') return readVariable(operands, inner, reader)
  if (name === 'missing') return readMissing(operands, places, inner, reader)
  if (isOperation(name)) return readCall(name, operands, places, inner, reader)
  const hint =
    didYouMean(name, Object.keys(arities)) ?? `there are ${['var', 'missing', ...Object.keys(arities)].join(' ')}`
  return reader.report(inner.pointer, `unknown operator \`${name}\``, hint, 'key')
}

function readCall(
  operation: Operation,
  operands: readonly Json[],
  places: readonly Place[],
  inner: Place,
  reader: Reader,
): Expression | null {
  const [least, most] = arities[operation]
  const count = operands.length
  if (count < least || count > most || (operation === 'if' && count % 2 === 0)) {
    const wanted = operation === 'if' ? 'an odd number, 3 or more' : least === most ? `${least}` : `${least} to ${most}`
    return reader.report(inner.pointer, `\`${operation}\` takes ${wanted} operands, not ${count}`, null, 'key')
  }
  const parts = operands.map((operand, index) => {
    const place = places[index] ?? inner
    const list = operation === 'in' ? index === 1 : isIteration(operation) && index === 0
    const inItem = place.inItem || (isIteration(operation) && index === 1)
    return read(operand, { ...place, list, inItem }, reader)
  })
  return allRead(parts) ? { kind: 'call', operation, operands: withTimes(parts), pointer: inner.pointer } : null
}

function readVariable(operands: readonly Json[], place: Place, reader: Reader): Expression | null {
  const [path, fallback, ...others] = operands
  if (others.length > 0) return reader.report(place.pointer, '`var` takes a name and a default, nothing more')
  if (typeof path !== 'string') return reader.report(place.pointer, '`var` wants a name as a plain text')
  if (place.inItem) {
    if (path === '' && fallback === undefined) return { kind: 'item', pointer: place.pointer }
    const hint = 'name the item as `{ "var": "" }`; nothing else is in sight there'
    return reader.report(place.pointer, `\`${path}\` is out of sight inside an iteration`, hint)
  }
  const name = readName(path, place.pointer, reader)
  if (name === null) return null
  const variable = {
    kind: 'variable',
    ...name,
    list: isList(name, place),
    pointer: place.pointer,
  } as const
  if (fallback === undefined) return { ...variable, fallback }
  const fitting = fitFallback(fallback, variable)
  if (fitting !== null) return { ...variable, fallback: fitting }
  return reader.report(place.pointer, `the default of \`${path}\` does not fit it: \`${JSON.stringify(fallback)}\``)
}

function readMissing(
  operands: readonly Json[],
  places: readonly Place[],
  inner: Place,
  reader: Reader,
): Expression | null {
  if (inner.inItem) return reader.report(inner.pointer, '`missing` cannot stand inside an iteration', null, 'key')
  if (operands.length === 0) return reader.report(inner.pointer, '`missing` names nothing')
  const names = operands.map((operand, index) => {
    const { pointer } = places[index] ?? inner
    if (typeof operand === 'string') return readName(operand, pointer, reader)
    return reader.report(pointer, '`missing` wants names as plain texts')
  })
  return allRead(names) ? { kind: 'missing', names, pointer: inner.pointer } : null
}

function readName(name: string, pointer: string, reader: Reader): Name | null {
  const field = parseViewName(name)
  if (field !== null) return { name, field }
  const hint =
    parseViewName(`finding.${name}`) === null ? didYouMean(name, viewNames) : `did you mean \`finding.${name}\`?`
  return reader.report(pointer, name === '' ? 'the whole finding is no value' : `unknown field \`${name}\``, hint)
}

/** Raw paths give what is wanted of them; every other field is a list or is not. */
function isList({ field: { info } }: Name, place: Place): boolean {
  return info.kind === 'raw' ? place.list : info.list
}

/** The default as a value of the field's type, or `null` where it is none. */
function fitFallback(value: Json, { field, list }: Name & { readonly list: boolean }): Json {
  if (list)
    return Array.isArray(value) && value.every((item) => fitFallback(item, { name: '', field, list: false }) !== null)
      ? value
      : null
  if (field.info.kind === 'time') return normaliseTime(value)
  if (!isScalar(value) || !areComparable(typeOfKind(field.info.kind), typeOfScalar(value))) return null
  return typeof value === 'string' && checkClosedValue(field.name, value) !== null ? null : value
}

function allRead<Item>(items: readonly (Item | null)[]): items is readonly Item[] {
  return !items.includes(null)
}

function below(place: Place, key: string | number): Place {
  return { ...place, pointer: joinPointer(place.pointer, key), depth: place.depth + (typeof key === 'string' ? 1 : 0) }
}
