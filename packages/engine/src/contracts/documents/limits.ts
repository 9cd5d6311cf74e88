/** How much a project may hold; checked before anything is parsed. */

/** Bytes of one file, files, bytes of all files, and rules in all files. */
export const limits = { fileBytes: 256 * 1024, files: 500, bytes: 8 * 1024 * 1024, rules: 20_000 } as const
