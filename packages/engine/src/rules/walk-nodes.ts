/**
 * From YAML nodes to JSON with the place of every key and value, refusing what only YAML can say.
 *
 * Duplicate keys are found here with a map, since the parser's own check takes time by the square. A value that
 * is refused still gets a place in the result, so that the schema can be checked in the same pass.
 */
import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type Scalar, type YAMLMap } from 'yaml'
import type { Code } from '../contracts/codes.js'
import { isForbiddenName } from '../contracts/forbidden-names.js'
import type { Json } from '../contracts/json.js'
import { joinPointer } from '../contracts/pointer.js'
import { scalarProblem } from './check-scalar.js'
import type { TextProblem } from './decode-text.js'
import { inWords } from './in-words.js'

const depthLimit = 32
const nodeLimit = 50_000

/** Where a value stands, as offsets; `source` is how a plain scalar is written, `null` for all else. */
export interface Place {
  readonly key: number
  readonly value: number
  readonly source: string | null
}

export interface Walked {
  readonly value: Json
  readonly places: ReadonlyMap<string, Place>
  readonly problems: readonly TextProblem[]
}

interface Walk {
  readonly text: string
  readonly lineOf: (offset: number) => string
  readonly places: Map<string, Place>
  readonly problems: TextProblem[]
  nodes: number
}

/** `lineOf` says an offset as `line:column`, for messages that name a second place. */
export function walkNodes(root: Node, text: string, lineOf: (offset: number) => string): Walked {
  const walk: Walk = { text, lineOf, places: new Map(), problems: [], nodes: 0 }
  const value = visit(walk, root, '', start(root, 0), 1)
  return { value, places: walk.places, problems: walk.problems }
}

function visit(walk: Walk, node: Node, pointer: string, key: number, depth: number): Json {
  const offset = start(node, key)
  const source = isScalar(node) && node.type === 'PLAIN' ? (node.source ?? '') : null
  walk.places.set(pointer, { key, value: offset, source })
  walk.nodes += 1
  if (walk.nodes > nodeLimit) {
    if (walk.nodes === nodeLimit + 1) {
      add(walk, offset, 'yaml.too-large', `the file holds more than ${nodeLimit} values`, 'split it into several files')
    }
    return null
  }
  checkProperties(walk, node, offset)
  if (isScalar(node)) return visitScalar(walk, node, offset)
  if (depth > depthLimit && (isMap(node) || isSeq(node))) {
    add(walk, offset, 'yaml.too-deep', `the nesting is deeper than ${depthLimit} levels`, null)
    return null
  }
  if (isMap<Node, Node | null>(node)) return visitMap(walk, node, pointer, depth)
  if (isSeq<Node>(node)) {
    return node.items.map((item, index) => {
      const place = joinPointer(pointer, index)
      return visit(walk, item, place, start(item, offset), depth + 1)
    })
  }
  return null
}

function visitMap(walk: Walk, map: YAMLMap<Node, Node | null>, pointer: string, depth: number): Json {
  const first = new Map<string, number>()
  const members: [string, Json][] = []
  for (const pair of map.items) {
    const offset = start(pair.key, 0)
    const name = checkKey(walk, pair, offset, first)
    if (name === null) continue
    const place = joinPointer(pointer, name)
    if (pair.value === null) {
      walk.places.set(place, { key: offset, value: offset, source: '' })
      members.push([name, null])
    } else {
      members.push([name, visit(walk, pair.value, place, offset, depth + 1)])
    }
  }
  return Object.fromEntries(members)
}

/** The key's name, or `null` when the pair is to be left out. */
function checkKey(walk: Walk, pair: Pair<Node, Node | null>, offset: number, first: Map<string, number>) {
  checkProperties(walk, pair.key, offset)
  if (!isScalar(pair.key)) return null
  const name = String(pair.key.value)
  if (name === '<<') {
    add(walk, offset, 'yaml.anchor', 'the merge key `<<` is not accepted', 'write the keys again')
    return null
  }
  if (isForbiddenName(name)) {
    add(walk, offset, 'yaml.forbidden-key', `the key \`${name}\` is the name of a prototype member`, 'use another name')
    return null
  }
  const before = first.get(name)
  if (before !== undefined) {
    const message = `the key ${inWords(name)} stands twice in this mapping; first at ${walk.lineOf(before)}`
    add(walk, offset, 'yaml.duplicate-key', message, 'keep one of them')
    return null
  }
  first.set(name, offset)
  return name
}

function visitScalar(walk: Walk, node: Scalar, offset: number): Json {
  const { value } = node
  if (typeof value === 'string') return value
  const source = node.source ?? ''
  const problem = scalarProblem(value, source)
  if (problem !== null) {
    walk.problems.push({ offset, ...problem })
    return source
  }
  return typeof value === 'number' || typeof value === 'boolean' ? value : null
}

/** Anchors, aliases and tags; their place is the sign itself, which stands before the node. */
function checkProperties(walk: Walk, node: Node, offset: number): void {
  if (isAlias(node)) {
    add(walk, offset, 'yaml.anchor', `the alias ${inWords(`*${node.source}`)} is not accepted`, 'write the value again')
    return
  }
  if ('anchor' in node && node.anchor !== undefined) {
    const sign = `&${node.anchor}`
    const place = walk.text.lastIndexOf(sign, offset)
    add(walk, place, 'yaml.anchor', `the anchor ${inWords(sign)} is not accepted`, 'remove it')
  }
  if (node.tag !== undefined) {
    let place = walk.text.lastIndexOf('!', offset - 1)
    while (place > 0 && !/[\s,[{]/.test(walk.text.charAt(place - 1))) place -= 1
    const sign = /^[^\s,[\]{}]*/.exec(walk.text.slice(place))?.[0] ?? ''
    add(walk, place, 'yaml.tag', `the tag ${inWords(sign)} is not accepted`, 'remove it')
  }
}

function add(walk: Walk, offset: number, code: Code, message: string, hint: string | null): void {
  walk.problems.push({ offset: Math.max(0, offset), code, message, hint })
}

function start(node: Node, otherwise: number): number {
  return node.range?.[0] ?? otherwise
}
