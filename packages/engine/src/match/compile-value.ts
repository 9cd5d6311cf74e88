/**
 * Compiles what stands behind a field: a plain value (equals), a list (any of), or an object (one operator).
 *
 * Plain values of a list become one predicate, so that ten thousand account ids cost one look-up. A wrong value becomes a
 * predicate in doubt, so that nothing acts on it even if a caller overlooks the problem.
 */
import type { Code } from '../contracts/codes.js'
import type { Field } from '../contracts/fields.js'
import { isJsonObject, type Json, type JsonObject } from '../contracts/json.js'
import { didYouMean } from '../contracts/nearest.js'
import { joinPointer } from '../contracts/pointer.js'
import type { Predicate, Scalar } from '../contracts/predicate.js'
import { operators } from './operators.js'
import { checkScalar } from './scalar.js'

/** What compiling shares over one match: named groups, where problems go, and the limit of nodes. */
export interface Compilation {
  readonly groups: { readonly [name: string]: readonly string[] }
  report(pointer: string, at: 'key' | 'value', code: Code, message: string, hint: string | null): void
  /** Counts one node at this depth; false when the match has grown beyond its limits. */
  enter(pointer: string, depth: number): boolean
}

export function compileValue(
  value: Json,
  field: Field,
  pointer: string,
  depth: number,
  compilation: Compilation,
): Predicate {
  if (!compilation.enter(pointer, depth)) return inDoubt
  if (isScalar(value)) return compileScalars([[value, pointer]], field, compilation)
  if (Array.isArray(value)) return compileList(value, field, pointer, depth, compilation)
  if (isJsonObject(value)) return compileOperator(value, field, pointer, depth, compilation)
  const hint = 'ask for absence with `{ exists: false }`'
  compilation.report(pointer, 'value', 'rules.operator', `\`${field.name}\` has no value to match`, hint)
  return inDoubt
}

/** Stands for a clause that did not compile. */
export const inDoubt: Predicate = { is: 'doubt' }

function compileScalars(
  scalars: readonly (readonly [Scalar, string])[],
  field: Field,
  compilation: Compilation,
): Predicate {
  for (const [value, pointer] of scalars) {
    const problem = checkScalar(value, field)
    if (problem !== null) compilation.report(pointer, 'value', problem.code, problem.message, problem.hint)
  }
  return { is: 'in', values: scalars.map(([value]) => value) }
}

function compileList(
  list: readonly Json[],
  field: Field,
  pointer: string,
  depth: number,
  compilation: Compilation,
): Predicate {
  if (list.length === 0) {
    compilation.report(pointer, 'value', 'rules.operator', `the list for \`${field.name}\` is empty`, null)
    return inDoubt
  }
  const scalars: (readonly [Scalar, string])[] = []
  const others: Predicate[] = []
  for (const [index, item] of list.entries()) {
    const place = joinPointer(pointer, index)
    if (isScalar(item)) scalars.push([item, place])
    else if (!Array.isArray(item)) others.push(compileValue(item, field, place, depth + 1, compilation))
    else {
      compilation.report(place, 'value', 'rules.operator', 'a list stands in a list', null)
      others.push(inDoubt)
    }
  }
  const parts = scalars.length === 0 ? others : [compileScalars(scalars, field, compilation), ...others]
  const [only] = parts
  return only !== undefined && parts.length === 1 ? only : { is: 'some', of: parts }
}

function compileOperator(
  object: JsonObject,
  field: Field,
  pointer: string,
  depth: number,
  compilation: Compilation,
): Predicate {
  const [entry, ...others] = Object.entries(object)
  if (entry === undefined || others.length > 0) {
    const message = `an operator object has exactly one operator, not ${others.length === 0 ? 'none' : others.length + 1}`
    const hint = others.length === 0 ? null : 'several conditions on one field go under `all`, each on its own'
    compilation.report(pointer, 'value', 'rules.unknown-operator', message, hint)
    return inDoubt
  }
  const [name, operand] = entry
  const place = joinPointer(pointer, name)
  const operator = Object.hasOwn(operators, name) ? operators[name] : undefined
  if (operator === undefined) {
    const hint = didYouMean(name, Object.keys(operators))
    compilation.report(place, 'key', 'rules.unknown-operator', `unknown operator \`${name}\``, hint)
    return inDoubt
  }
  if (!operator.kinds.includes(field.info.kind)) {
    const hint = `\`${name}\` stands on fields of kind ${operator.kinds.join(', ')}`
    const message = `\`${name}\` does not fit \`${field.name}\`, which is of kind ${field.info.kind}`
    compilation.report(place, 'key', 'rules.operator', message, hint)
    return inDoubt
  }
  return operator.compile(operand, {
    name,
    field,
    groups: compilation.groups,
    report(code, message, hint = null, path = []) {
      compilation.report(path.reduce(joinPointer, place), 'value', code, message, hint)
      return inDoubt
    },
    compile: (value, path) => compileInner(value, field, path.reduce(joinPointer, place), depth + 1, compilation),
  })
}

/** Inside another operator there are always values, so asking whether there are any is a mistake. */
function compileInner(value: Json, field: Field, pointer: string, depth: number, compilation: Compilation): Predicate {
  if (isJsonObject(value) && Object.hasOwn(value, 'exists')) {
    const hint = 'ask whether the field exists in a clause of its own'
    compilation.report(pointer, 'value', 'rules.operator', '`exists` stands inside another operator', hint)
    return inDoubt
  }
  return compileValue(value, field, pointer, depth, compilation)
}

function isScalar(value: Json): value is Scalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}
