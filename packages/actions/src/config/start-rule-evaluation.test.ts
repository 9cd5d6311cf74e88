import { describe, expect, it } from 'vitest'
import { inProcessAws } from '../testing/index.js'
import { contextAt, planOf } from '../testing/plan-of.js'
import { startRuleEvaluation } from './start-rule-evaluation.js'

const params = { rule: 'securityhub-access-keys-rotated-1a2b3c4d' }
const account = (rule?: object) =>
  inProcessAws({
    '123456789012': { 'eu-west-1': { config: { rules: rule === undefined ? {} : { [params.rule]: rule } } } },
  })

const target = { account: '123456789012', region: 'eu-west-1', partition: 'aws' }
const start = async (world: ReturnType<typeof account>) => {
  const session = await world.aws.writing(target, JSON.parse('{"runId":"r","seq":0}'))
  return startRuleEvaluation.apply([{ params, context: contextAt(0), before: null, after: null }], session)
}

describe('an evaluation', () => {
  it.each([
    ['was never made', {}, null],
    ['is of yesterday', { lastEvaluated: '2026-11-20T00:00:00.000Z' }, '2026-11-20T00:00:00.000Z'],
  ])('is to be made when the last one %s', async (_name, rule, lastEvaluated) => {
    const state = { rule: params.rule, lastEvaluated }
    expect(await planOf(startRuleEvaluation, params, account(rule))).toEqual({
      kind: 'change',
      before: state,
      after: state,
    })
  })

  it('is waited for when one runs already', async () => {
    expect(await planOf(startRuleEvaluation, params, account({ state: 'EVALUATING' }))).toEqual({
      kind: 'pending',
      state: { rule: params.rule, lastEvaluated: null },
      message: `rule ${params.rule} is being evaluated already`,
    })
  })

  it.each([
    ['is gone', undefined],
    ['is being deleted', { state: 'DELETING' }],
  ])('is not made of a rule that %s', async (_name, rule) => {
    expect(await planOf(startRuleEvaluation, params, account(rule))).toEqual({ kind: 'gone' })
  })

  it('is planned by reading alone, and started by one call', async () => {
    const world = account({})
    await planOf(startRuleEvaluation, params, world)
    expect(world.calls.filter((call) => call.writes)).toEqual([])
    await start(world)
    expect(world.calls.at(-1)).toMatchObject({
      operation: 'StartConfigRulesEvaluation',
      input: { ConfigRuleNames: [params.rule] },
    })
    const declared = [...startRuleEvaluation.permissions.read, ...startRuleEvaluation.permissions.write]
    expect(world.calls.flatMap((call) => call.permissions).filter((name) => !declared.includes(name))).toEqual([])
  })

  it('that comes too soon fails with AWS’s own code', async () => {
    const world = account({})
    await start(world)
    await expect(start(world)).rejects.toMatchObject({ name: 'LimitExceededException' })
  })
})

it('is sent once, proved by the answer, and cannot be taken back', () => {
  expect(startRuleEvaluation).toMatchObject({ once: true, verify: 'response', reversible: 'none' })
  expect(startRuleEvaluation.undo).toBeUndefined()
})
