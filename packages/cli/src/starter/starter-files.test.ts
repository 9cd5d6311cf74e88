import { describe, expect, it } from 'vitest'
import { schemaFile, schemaLine, starterFiles } from './starter-files.js'

describe('starterFiles', () => {
  it('points every YAML document at the schema, from where the file stands', () => {
    expect(schemaLine('redress.yaml')).toBe(`# yaml-language-server: $schema=${schemaFile}\n`)
    expect(schemaLine('rules/a.yaml')).toBe(`# yaml-language-server: $schema=../${schemaFile}\n`)
    const documents = [...starterFiles(0)].filter(
      ([file, text]) => file.endsWith('.yaml') && text.includes('apiVersion:'),
    )
    expect(documents).toHaveLength(4)
    for (const [file, text] of documents) expect(text.startsWith(schemaLine(file))).toBe(true)
  })

  it('lets the example exception end half a year from now', () => {
    expect(starterFiles(Date.UTC(2026, 10, 21)).get('exceptions/accepted-risks.yaml')).toContain(
      'expires: 2027-05-20\n',
    )
  })

  it('needs no edit but of one line to act', () => {
    expect(
      starterFiles(0)
        .get('redress.yaml')
        ?.match(/^mode: plan$/gm),
    ).toHaveLength(1)
  })
})
