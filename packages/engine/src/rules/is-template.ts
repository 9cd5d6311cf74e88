/** Text that is filled in later: it holds a `${…}`, of which `$${` is not one. */

/** True for text with a `${` in it. */
export function isTemplate(value: unknown): value is string {
  return typeof value === 'string' && value.replaceAll('$${', '').includes('${')
}
