/** The forms of names that AWS gives out itself. */
import { remember } from './remember.js'

/** True for a Region, such as `us-gov-west-1`. */
export const isRegion: (name: string) => boolean = remember((name) => /^[a-z]{2,}(-[a-z]+)+-[0-9]{1,2}$/.test(name))

/** Twelve digits; told without a regular expression, because every finding and every ARN is asked. */
export function isAccountId(text: string): boolean {
  if (text.length !== 12) return false
  for (let index = 0; index < 12; index++) {
    const code = text.charCodeAt(index)
    if (code < 48 || code > 57) return false
  }
  return true
}
