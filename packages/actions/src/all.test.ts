import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { builtinActions } from './all.js'

const source = dirname(fileURLToPath(import.meta.url)).replace(/\/dist$/, '/src')
const sources = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !/\.test(-d)?\.ts$/.test(file) && !file.startsWith('testing/'),
)

describe('the built-in actions', () => {
  it('have names of service and verb, each once and in order', () => {
    const names = builtinActions.map(({ name }) => name)
    for (const name of names) expect(name).toMatch(/^[a-z0-9]+\.[a-z0-9]+(-[a-z0-9]+)*$/)
    expect(names).toEqual([...new Set(names)].sort())
  })

  it('are all in the list: one for each file that defines one', () => {
    const files = sources.filter((file) =>
      /^ {2}name: '[a-z0-9]+\.[a-z0-9-]+',$/m.test(readFileSync(join(source, file), 'utf8')),
    )
    expect(builtinActions.map(({ name }) => `${name.replace('.', '/')}.ts`)).toEqual(files.sort())
  })

  it('load an SDK client only when they call AWS', () => {
    const eager = sources.filter((file) => {
      const text = readFileSync(join(source, file), 'utf8')
      return !/sdk\.ts$/.test(file) && /^(import|export) (?!type )[^;]*?from '@aws-sdk\/client-/m.test(text)
    })
    expect(eager).toEqual([])
  })

  it('reach their SDK module by a dynamic import', () => {
    const eager = sources.filter((file) =>
      /^import (?!type ).*sdk\.js'/m.test(readFileSync(join(source, file), 'utf8')),
    )
    expect(eager).toEqual([])
  })
})
