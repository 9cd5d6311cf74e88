/** Where harnesses in other languages are built. */
import { fileURLToPath } from 'node:url'

/** Sources of the harness, in the package. */
export function sourceFolder(language: 'java' | 'go'): string {
  return fileURLToPath(new URL(`../../${language}`, import.meta.url))
}

/** Jars, classes and binaries; not in version control. */
export function cacheFolder(language: 'java' | 'go'): string {
  return fileURLToPath(new URL(`../../.cache/${language}`, import.meta.url))
}
