import { Type } from '@sinclair/typebox'
import { describe, expect, it } from 'vitest'
import { defineAction } from './action/define-action.js'
import type { Action } from './contracts/action.js'
import { checkParams } from './contracts/check-params.js'
import type { Json } from './contracts/json.js'
import { openingSecrets } from './open-secrets.js'
import { objectWorld } from './testing/object-world.js'
import { sampleFinding } from './testing/sample-finding.js'

const seen: Json[] = []
const post: Action = defineAction({
  name: 'hook.post',
  summary: 'Post.',
  resource: null,
  risk: 'safe',
  reversible: 'full',
  permissions: { read: [], write: [] },
  params: Type.Object({
    url: Type.String({ pattern: '^https://', writeOnly: true }),
    text: Type.Optional(Type.String()),
  }),
  describe: ({ url }) => `post to ${url}`,
  async plan({ url }) {
    seen.push(['plan', url])
    return { kind: 'change', before: null, after: { text: 'x' } }
  },
  async apply({ url }) {
    seen.push(['apply', url])
    return null
  },
  async undo({ url }) {
    seen.push(['undo', url])
  },
})
const places = new Map([['channel:secops', 'https://hooks.example.com/T0KEN']])
const opening = openingSecrets(post, places)
const sealed = 'https://hooks.example.com/…#channel:secops'
const context = { now: 0, finding: sampleFinding() }
const item = (url: string) => ({ params: { url }, context, before: null, after: { text: 'x' }, receipt: null })

const session = () => objectWorld().aws.reading({ account: '123456789012', region: 'eu-west-1', partition: 'aws' })

describe('an action with secrets', () => {
  it('is called with the values, and described with what may be seen', async () => {
    const aws = await session()
    seen.length = 0
    await opening.plan([item(sealed)], aws)
    await opening.apply([item(sealed)], aws)
    await opening.undo?.([item(sealed)], aws)
    const url = 'https://hooks.example.com/T0KEN'
    expect(seen).toEqual([
      ['plan', url],
      ['apply', url],
      ['undo', url],
    ])
    expect(opening.describe({ url: sealed })).toBe(`post to ${sealed}`)
  })

  it('refuses what is not sealed or not known, and goes on with the others', async () => {
    const aws = await session()
    seen.length = 0
    const found = await opening.plan([item('https://evil.example.com/'), item(sealed), item('…#channel:gone')], aws)
    const message = 'a secret that `hook.post` needs stands nowhere in the project'
    const refused = { kind: 'refused', code: 'SECRET_UNKNOWN', message }
    expect(found).toEqual([refused, { kind: 'change', before: null, after: { text: 'x' } }, refused])
    expect(seen).toEqual([['plan', 'https://hooks.example.com/T0KEN']])
  })

  it('is never applied with what is not sealed', async () => {
    const aws = await session()
    seen.length = 0
    await expect(opening.apply([item('https://evil.example.com/')], aws)).rejects.toThrow('stands nowhere')
    expect(seen).toEqual([])
  })

  it('takes sealed values for values, and nothing else that it did not take before', () => {
    expect(checkParams(opening.params, { url: '…#rule:a/0/url' })).toBeNull()
    expect(checkParams(opening.params, { url: sealed, text: 'x' })).toBeNull()
    expect(checkParams(opening.params, {})).toBe('`url`: expected required property')
    expect(checkParams(opening.params, { url: sealed, txt: 'x' })).toBe('`txt`: unexpected property')
  })
})

it('an action without secrets stays as it is', () => {
  const plain: Action = { ...post, params: Type.Object({}) }
  expect(openingSecrets(plain, places)).toBe(plain)
})
