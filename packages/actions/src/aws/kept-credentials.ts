/**
 * Keeps temporary credentials until five minutes before they expire, so that each client of an account does not assume
 * the role anew.
 */
import type { AwsCredentials } from '@redress/engine'

const margin = 5 * 60 * 1000

/** `now` is milliseconds since 1970. Credentials without an expiration are kept for good. */
export function keptCredentials(
  provide: () => Promise<AwsCredentials>,
  now: () => number = Date.now,
): () => Promise<AwsCredentials> {
  let kept: Promise<AwsCredentials> | null = null
  const renew = () => {
    const asked = provide()
    kept = asked
    asked.catch(() => {
      if (kept === asked) kept = null
    })
    return asked
  }
  return async () => {
    const { expiration, ...rest } = await (kept ?? renew())
    if (expiration !== undefined && expiration.getTime() - margin <= now()) return renew()
    return expiration === undefined ? rest : { ...rest, expiration }
  }
}
