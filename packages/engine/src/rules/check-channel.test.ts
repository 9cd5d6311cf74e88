import { expect, it } from 'vitest'
import type { Project } from '../contracts/documents/project.js'
import { sampleContext } from '../testing/sample-context.js'
import { checkChannel } from './check-channel.js'

const project: Project = {
  apiVersion: 'redress/v1',
  kind: 'Project',
  scope: { accounts: [], regions: [] },
  channels: { secops: { type: 'slack', url: 'https://example.com/' } },
}
const hints = (name: unknown, changes = {}) =>
  checkChannel(name, '/c', sampleContext({ project, ...changes })).map(({ hint }) => hint)

it.each([
  ['secops', []],
  ['secop', ['did you mean `secops`?']],
  ['elsewhere', ['define it under `channels` in redress.yaml']],
  ['toString', ['define it under `channels` in redress.yaml']],
  ['${parameters.channel}', []],
  [undefined, []],
])('the channel %j gives %j', (name, expected) => {
  expect(hints(name)).toEqual(expected)
})

it('nothing is known of channels when the project could not be read', () => {
  expect(hints('other', { project: null, incomplete: new Set(['Project']) })).toEqual([])
  expect(hints('other', { project: null })).toHaveLength(1)
})
