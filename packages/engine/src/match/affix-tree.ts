/**
 * Finds, among many beginnings (or endings) of texts, those that a text has, in one walk along the text.
 *
 * A radix tree: an edge carries as many characters as all texts below it share. Endings are kept and read backwards.
 */

export interface AffixTree<Item> {
  /** The item of this beginning or ending; `make` gives the first. */
  at(affix: string, make: () => Item): Item
  /** Hands over the item of each beginning or ending that the text has, from the shortest on. */
  find(text: string, visit: (item: Item) => void): void
}

export function createAffixTree<Item>(end: 'beginning' | 'ending'): AffixTree<Item> {
  const root: Node<Item> = { edge: '', item: null, children: new Map() }
  const backwards = end === 'ending'
  return {
    at(affix, make) {
      const node = nodeFor(root, backwards ? reversed(affix) : affix)
      node.item ??= { value: make() }
      return node.item.value
    },
    find(text, visit) {
      let node: Node<Item> | undefined = root
      let at = 0
      while (node !== undefined) {
        if (node.item !== null) visit(node.item.value)
        const next: Node<Item> | undefined = node.children.get(codeAt(text, at, backwards))
        node = next !== undefined && hasEdge(text, at, next.edge, backwards) ? next : undefined
        at += node?.edge.length ?? 0
      }
    },
  }
}

interface Node<Item> {
  edge: string
  item: { readonly value: Item } | null
  /** By the first character of their edges. */
  children: Map<number, Node<Item>>
}

function codeAt(text: string, at: number, backwards: boolean): number {
  return text.charCodeAt(backwards ? text.length - 1 - at : at)
}

function hasEdge(text: string, at: number, edge: string, backwards: boolean): boolean {
  if (!backwards) return text.startsWith(edge, at)
  for (let index = 0; index < edge.length; index++) {
    if (codeAt(text, at + index, true) !== edge.charCodeAt(index)) return false
  }
  return true
}

/** By UTF-16 unit, which is how the tree walks. */
function reversed(text: string): string {
  let back = ''
  for (let index = text.length - 1; index >= 0; index--) back += text.charAt(index)
  return back
}

function nodeFor<Item>(root: Node<Item>, text: string): Node<Item> {
  let node = root
  let rest = text
  while (rest !== '') {
    const child = node.children.get(rest.charCodeAt(0))
    if (child === undefined) {
      const leaf: Node<Item> = { edge: rest, item: null, children: new Map() }
      node.children.set(rest.charCodeAt(0), leaf)
      return leaf
    }
    const shared = sharedLength(child.edge, rest)
    if (shared < child.edge.length) split(child, shared)
    node = child
    rest = rest.slice(shared)
  }
  return node
}

/** Keeps the first characters on the node's edge and moves everything else one level down. */
function split<Item>(node: Node<Item>, length: number): void {
  const lower: Node<Item> = { edge: node.edge.slice(length), item: node.item, children: node.children }
  node.edge = node.edge.slice(0, length)
  node.item = null
  node.children = new Map([[lower.edge.charCodeAt(0), lower]])
}

function sharedLength(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a.charCodeAt(length) === b.charCodeAt(length)) length += 1
  return length
}
