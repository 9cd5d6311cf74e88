import { Type } from '@sinclair/typebox'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleActions, samplePlaybook, sampleProject } from '../testing/sample-project.js'
import { openSecrets, sealSecrets, secretParams, secretPlaces } from './secrets.js'

const schema = Type.Object({ url: Type.String({ writeOnly: true }), text: Type.String() })
const actions = new Map([...sampleActions('hook.post')].map(([name, action]) => [name, { ...action, params: schema }]))
const hook = (url: string) => ({ use: 'hook.post', with: { url, text: 'x' } })
const loaded = sampleProject({
  project: {
    channels: {
      secops: { type: 'slack', url: 'https://user:pass@hooks.example.com/T0KEN' },
      topic: { type: 'sns', topicArn: 'arn:aws:sns:eu-west-1:123456789012:secops' },
    },
  },
  rules: [
    {
      id: 'tell',
      match: { control: 'EC2.2' },
      steps: [{ use: 'finding.note' }, hook('https://example.com:8443/S3CRET')],
    },
    { id: 'same', match: { control: 'EC2.2' }, steps: [hook('https://example.com:8443/S3CRET')] },
  ],
  playbooks: [samplePlaybook({ steps: [hook('not a url')] })],
})
const places = secretPlaces(loaded, actions)

describe('a secret', () => {
  it('is a parameter that the schema marks', () => {
    expect(secretParams(schema)).toEqual(['url'])
    expect(secretParams(Type.Object({ url: Type.String({ writeOnly: false }) }))).toEqual([])
  })

  it.each([
    ['https://user:pass@hooks.example.com/T0KEN', 'https://hooks.example.com/…#channel:secops'],
    ['https://example.com:8443/S3CRET', 'https://example.com:8443/…#rule:tell/1/url'],
    ['not a url', '…#playbook:EC2.2/0/url'],
  ])('is sealed with its place, and opened by it: %s', (url, sealed) => {
    expect(sealSecrets({ url, text: 'x' }, schema, places)).toEqual({ url: sealed, text: 'x' })
    expect(openSecrets({ url: sealed, text: 'x' }, schema, places)).toEqual({ url, text: 'x' })
  })

  it('that is left out is left out', () => {
    expect(sealSecrets({ text: 'x' }, schema, places)).toEqual({ text: 'x' })
    expect(openSecrets({ text: 'x' }, schema, places)).toEqual({ text: 'x' })
  })

  it.each([['https://elsewhere.example.com/T0KEN'], [3], [null], [['not a url']]])(
    'that stands nowhere in the project is not sealed: %j',
    (url) => expect(sealSecrets({ url, text: 'x' }, schema, places)).toBe('url'),
  )

  it.each([
    ['the value itself', 'https://user:pass@hooks.example.com/T0KEN'],
    ['another value', 'https://evil.example.com/'],
    ['an unknown place', 'https://hooks.example.com/…#channel:other'],
    ['a place that shows another host', 'https://evil.example.com/…#channel:secops'],
    ['the place alone', 'channel:secops'],
    ['the name of a prototype member', '…#toString'],
    ['no text', 7],
  ])('is not opened by %s', (_, url) => {
    expect(openSecrets({ url, text: 'x' }, schema, places)).toBe('url')
  })

  it('never shows in what is sealed, whatever its path', () => {
    const token = fc.stringMatching(/^[A-Za-z0-9]{12,40}$/)
    fc.assert(
      fc.property(token, (secret) => {
        const url = `https://hooks.example.com/services/${secret}?key=${secret}`
        const sealed = sealSecrets({ url }, schema, new Map([['channel:a', url]]))
        expect(JSON.stringify(sealed)).not.toContain(secret)
        expect(sealed).not.toBe('url')
      }),
    )
  })
})
