/** Tells an error that AWS answered with by its code, across all clients. */

/** True if `error` is AWS's error of one of these codes, such as `NoSuchBucket`. */
export function isAwsError(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && '$metadata' in error && codes.includes(error.name)
}
