/**
 * Has AWS Config evaluate one rule now, so that a finding catches up with a change in minutes and not in hours.
 *
 * It is a request and no setting: it counts as sent once for each state of the rule's last evaluation, and what it
 * finds comes later. AWS takes one a minute for a rule and answers LimitExceededException to more. Rules that are
 * triggered by changes need no push; periodic ones do.
 */
import { defineAction } from '@redress/engine'
import { Type } from '@sinclair/typebox'
import { isAwsError } from '../aws/is-aws-error.js'
import { config } from './client.js'

export const startRuleEvaluation = defineAction({
  name: 'config.start-rule-evaluation',
  summary: 'Have AWS Config evaluate a rule now.',
  resource: 'AWS::Config::ConfigRule',
  risk: 'safe',
  reversible: 'none',
  verify: 'response',
  once: true,
  permissions: {
    read: ['config:DescribeConfigRules', 'config:DescribeConfigRuleEvaluationStatus'],
    write: ['config:StartConfigRulesEvaluation'],
  },

  params: Type.Object(
    {
      rule: Type.String({
        pattern: '^[A-Za-z0-9_-]{1,128}$',
        description: 'Name of the rule; one of Security Hub’s starts with `securityhub-` and ends in a suffix.',
      }),
    },
    { additionalProperties: false },
  ),

  describe: ({ rule }) => `evaluate Config rule ${rule} now`,

  async plan({ rule }, aws) {
    const { client, DescribeConfigRulesCommand, DescribeConfigRuleEvaluationStatusCommand } = await config(aws)
    const names = { ConfigRuleNames: [rule] }
    try {
      const { ConfigRules } = await client.send(new DescribeConfigRulesCommand(names))
      const status = await client.send(new DescribeConfigRuleEvaluationStatusCommand(names))
      const evaluated = status.ConfigRulesEvaluationStatus?.[0]?.LastSuccessfulEvaluationTime
      const state = { rule, lastEvaluated: evaluated?.toISOString() ?? null }
      const phase = ConfigRules?.[0]?.ConfigRuleState
      if (phase === 'EVALUATING') return { kind: 'pending', state, message: `rule ${rule} is being evaluated already` }
      if (phase !== 'ACTIVE') return { kind: 'gone' }
      return { kind: 'change', before: state, after: state }
    } catch (error) {
      if (isAwsError(error, 'NoSuchConfigRuleException')) return { kind: 'gone' }
      throw error
    }
  },

  async apply({ rule }, _change, aws) {
    const { client, StartConfigRulesEvaluationCommand } = await config(aws)
    await client.send(new StartConfigRulesEvaluationCommand({ ConfigRuleNames: [rule] }))
    return null
  },
})
