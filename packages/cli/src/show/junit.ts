/** Test results as JUnit XML, which CI systems read. */

export interface JunitCase {
  readonly file: string
  readonly line: number
  readonly name: string
  readonly ok: boolean
  readonly differences: readonly string[]
}

export function junit(cases: readonly JunitCase[]): string {
  const failures = cases.filter(({ ok }) => !ok).length
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites tests="${cases.length}" failures="${failures}">`,
    ...[...new Set(cases.map(({ file }) => file))].flatMap((file) => suite(file, cases)),
    '</testsuites>',
    '',
  ].join('\n')
}

function suite(file: string, all: readonly JunitCase[]): readonly string[] {
  const cases = all.filter((one) => one.file === file)
  const failures = cases.filter(({ ok }) => !ok).length
  return [
    `  <testsuite name="${xml(file)}" tests="${cases.length}" failures="${failures}">`,
    ...cases.map(({ name, line, ok, differences }) => {
      const open = `    <testcase classname="${xml(file)}" name="${xml(name)}" file="${xml(file)}" line="${line}"`
      if (ok) return `${open}/>`
      return `${open}><failure message="${xml(differences[0] ?? 'failed')}">${xml(differences.join('\n'))}</failure></testcase>`
    }),
    '  </testsuite>',
  ]
}

/** Escapes what XML reserves and leaves out characters that XML 1.0 cannot carry at all. */
function xml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"'\n]/g, (character) => `&#${character.charCodeAt(0)};`)
}
