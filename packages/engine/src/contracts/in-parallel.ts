/** Bounded concurrency: calls to AWS run side by side, but not all at once. */

/** Like `Promise.all` over `items`, with at most `limit` at work; results keep the order of the items. */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  limit: number,
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const slots = items.map((): Result[] => [])
  const queue = items.entries()
  async function worker(): Promise<void> {
    for (const [index, item] of queue) slots[index]?.push(await work(item))
  }
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker))
  return slots.flat(1)
}

/** `items` in pieces of at most `size`, which is at least 1. */
export function chunks<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  const step = Math.max(1, size)
  return Array.from({ length: Math.ceil(items.length / step) }, (_, index) =>
    items.slice(index * step, (index + 1) * step),
  )
}
