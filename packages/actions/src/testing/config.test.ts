import {
  ConfigServiceClient,
  DescribeConfigRuleEvaluationStatusCommand,
  DescribeConfigRulesCommand,
  StartConfigRulesEvaluationCommand,
} from '@aws-sdk/client-config-service'
import { expect, it } from 'vitest'
import { inProcessAws } from './index.js'

async function config(rule: object, now = Date.UTC(2026, 10, 21)) {
  const world = inProcessAws(
    { '123456789012': { 'eu-west-1': { config: { rules: { r: rule } } } } },
    { now: () => now },
  )
  const target = { account: '123456789012', region: 'eu-west-1', partition: 'aws' }
  const session = await world.aws.writing(target, JSON.parse('{"runId":"r","seq":0}'))
  return session.client(ConfigServiceClient)
}
const names = { ConfigRuleNames: ['r'] }

it('an evaluation that is started has its time', async () => {
  const client = await config({})
  await client.send(new StartConfigRulesEvaluationCommand(names))
  const { ConfigRulesEvaluationStatus } = await client.send(new DescribeConfigRuleEvaluationStatusCommand(names))
  expect(ConfigRulesEvaluationStatus).toEqual([
    { ConfigRuleName: 'r', LastSuccessfulEvaluationTime: new Date('2026-11-21T00:00:00Z') },
  ])
})

it.each([
  ['while one runs', { state: 'EVALUATING' }],
  ['within a minute', { lastEvaluated: '2026-11-20T23:59:01Z' }],
])('no second one is started %s', async (_name, rule) => {
  const client = await config(rule)
  await expect(client.send(new StartConfigRulesEvaluationCommand(names))).rejects.toMatchObject({
    name: 'LimitExceededException',
  })
})

it('an unknown rule is an error', async () => {
  const client = await config({})
  const unknown = client.send(new DescribeConfigRulesCommand({ ConfigRuleNames: ['other'] }))
  await expect(unknown).rejects.toMatchObject({ name: 'NoSuchConfigRuleException' })
})
