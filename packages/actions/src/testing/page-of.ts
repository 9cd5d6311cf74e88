/** Cuts a list into pages as AWS answers lists: the token says where the next page begins. */

export interface PageOf<Item> {
  readonly items: Item[]
  /** `null` on the last page. */
  readonly next: string | null
}

/** The page that begins where `token` says; at most `size` items. */
export function pageOf<Item>(all: readonly Item[], token: string | undefined, size: number): PageOf<Item> {
  const start = token === undefined ? 0 : Number(token)
  const end = start + size
  return { items: all.slice(start, end), next: end < all.length ? String(end) : null }
}
