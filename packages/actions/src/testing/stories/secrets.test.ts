/**
 * The URL of a webhook is a secret: it reaches the webhook and no plan, journal or report.
 */
import { createServer } from 'node:http'
import { parsePlan } from '@redress/engine'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { closing, story } from './story.js'

const server = createServer((request, response) => {
  paths.push(request.url ?? '')
  response.writeHead(200).end()
})
let paths: string[] = []
let url = ''

beforeEach(async () => {
  paths = []
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/hook/T0KEN`
})
afterEach(() => new Promise((resolve) => server.close(resolve)))

const steps = (step: string) => ({
  'rules/close.yaml': `${closing()['rules/close.yaml']}${step}`,
  'redress.yaml': `apiVersion: redress/v1
kind: Project
mode: apply
scope: { accounts: ["123456789012"], regions: [eu-west-1] }
channels: { secops: { type: webhook, url: "${url}" } }
`,
})
const byChannel = '      - use: notify.channel\n        with: { channel: secops, text: closed }\n'
const directly = () => `      - use: notify.webhook\n        with: { url: "${url}/own", format: slack, text: closed }\n`

it.each([
  ['by its channel', () => byChannel, '#channel:secops', '/hook/T0KEN'],
  ['by its URL', directly, '#rule:close/1/url', '/hook/T0KEN/own'],
])(
  'a webhook that a rule names %s is called by a plan from a file, and shown nowhere',
  async (_, step, shown, path) => {
    const told = story()
    const engine = await told.engine(steps(step()))
    const decisions = engine.decide([told.finding()])
    const plan = JSON.stringify(await engine.plan([told.finding()]))
    const other = await told.engine(steps(step()))
    const report = await other.apply(parsePlan(JSON.parse(plan)))
    expect(report.outcomes.map(({ outcome }) => outcome.kind)).toEqual(['applied', 'applied'])
    expect(paths).toEqual([path])
    const kept = JSON.stringify([decisions, plan, report, await told.records(), await other.history()])
    expect(kept).toContain(shown)
    expect(kept).not.toContain('T0KEN')

    const again = await other.apply(parsePlan(JSON.parse(plan)))
    expect(again.outcomes.map(({ outcome }) => outcome.code)).toEqual(['ALREADY_COMPLIANT', 'NOTHING_CHANGED'])
    expect(paths).toEqual([path])
  },
)

it('a webhook whose URL is put together from the finding does not load', async () => {
  const step =
    '      - use: notify.webhook\n        with: { url: "https://${resource.name}/", format: slack, text: x }\n'
  await expect(story().engine(steps(step))).rejects.toMatchObject({
    problems: [{ code: 'rules.template', message: '`url` is a secret and takes no `${…}`' }],
  })
})
