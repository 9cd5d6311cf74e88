/** AWS Config in process: rules, and the evaluations that were started. */
import type {
  ConfigRuleState,
  DescribeConfigRuleEvaluationStatusCommandInput,
  DescribeConfigRuleEvaluationStatusCommandOutput,
  DescribeConfigRulesCommandInput,
  DescribeConfigRulesCommandOutput,
  StartConfigRulesEvaluationCommandInput,
} from '@aws-sdk/client-config-service'
import { awsError, defineFake, type FakeContext, type Output } from './fake.js'

export interface FakeConfigRule {
  state?: ConfigRuleState
  /** ISO 8601; absent when it was never evaluated. */
  lastEvaluated?: string
}

export interface ConfigState {
  rules: { [name: string]: FakeConfigRule }
}

type Context = FakeContext<ConfigState>

const minute = 60_000

export const fakeConfig = defineFake<ConfigState>({
  key: 'config',
  service: 'Config Service',
  prefix: 'config',
  scope: 'region',
  initial: () => ({ rules: {} }),
  operations: {
    DescribeConfigRules(
      { ConfigRuleNames = [] }: DescribeConfigRulesCommandInput,
      context: Context,
    ): Output<DescribeConfigRulesCommandOutput> {
      const ConfigRules = ConfigRuleNames.map((name) => ({
        ConfigRuleName: name,
        ConfigRuleState: ruleOf(name, context).state ?? ('ACTIVE' as const),
        Source: undefined,
      }))
      return { ConfigRules }
    },
    DescribeConfigRuleEvaluationStatus(
      { ConfigRuleNames = [] }: DescribeConfigRuleEvaluationStatusCommandInput,
      context: Context,
    ): Output<DescribeConfigRuleEvaluationStatusCommandOutput> {
      const ConfigRulesEvaluationStatus = ConfigRuleNames.map((name) => {
        const { lastEvaluated } = ruleOf(name, context)
        const time = lastEvaluated === undefined ? {} : { LastSuccessfulEvaluationTime: new Date(lastEvaluated) }
        return { ConfigRuleName: name, ...time }
      })
      return { ConfigRulesEvaluationStatus }
    },
    StartConfigRulesEvaluation({ ConfigRuleNames = [] }: StartConfigRulesEvaluationCommandInput, context: Context) {
      const rules = ConfigRuleNames.map((name) => ruleOf(name, context))
      if (rules.some((rule) => isBusy(rule, context.now)))
        throw awsError('LimitExceededException', 'An evaluation is in progress or was started less than a minute ago.')
      for (const rule of rules) rule.lastEvaluated = new Date(context.now).toISOString()
      return undefined
    },
  },
})

function ruleOf(name: string, { state }: Context): FakeConfigRule {
  const rule = state.rules[name]
  if (rule === undefined)
    throw awsError('NoSuchConfigRuleException', `The ConfigRule '${name}' provided in the request is invalid.`)
  return rule
}

function isBusy({ state, lastEvaluated }: FakeConfigRule, now: number): boolean {
  return state === 'EVALUATING' || (lastEvaluated !== undefined && now - Date.parse(lastEvaluated) < minute)
}
