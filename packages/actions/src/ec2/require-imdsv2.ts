/**
 * Makes an instance answer metadata requests only with a session token (IMDSv2).
 *
 * Software that still asks without a token loses its credentials at once; where a quiet time is asked for, the
 * instance's own count of such requests decides. Hop limit and endpoints stay as they are: EC2 keeps what a call
 * does not name.
 */
import { type AwsSession, defineSetting, RedressError } from '@redress/engine'
import { Type } from '@sinclair/typebox'
import { isAwsError } from '../aws/is-aws-error.js'
import { ec2 } from './client.js'
import { InstanceId } from './resource-id.js'

const day = 86_400_000

export const requireImdsv2 = defineSetting({
  name: 'ec2.require-imdsv2',
  summary: 'Require session tokens (IMDSv2) for the metadata of an instance.',
  resource: 'AWS::EC2::Instance',
  risk: 'disruptive',
  permissions: {
    read: ['cloudwatch:GetMetricStatistics', 'ec2:DescribeInstances'],
    write: ['ec2:ModifyInstanceMetadataOptions'],
  },

  params: Type.Object(
    {
      instanceId: InstanceId,
      quietDays: Type.Optional(
        Type.Integer({
          minimum: 0,
          maximum: 60,
          description:
            'Refuses when the instance was asked without a token in these last days; 0, as if not given, does not look.',
        }),
      ),
    },
    { additionalProperties: false },
  ),

  describe: ({ instanceId }) => `require IMDSv2 on instance ${instanceId}`,

  async read({ instanceId }, aws) {
    const { client, DescribeInstancesCommand } = await ec2(aws)
    try {
      const { Reservations } = await client.send(new DescribeInstancesCommand({ InstanceIds: [instanceId] }))
      const found = Reservations?.flatMap(({ Instances = [] }) => Instances).find(
        (one) => one.InstanceId === instanceId,
      )
      const state = found?.State?.Name
      if (state === 'terminated' || state === 'shutting-down') return null
      const options = found?.MetadataOptions
      if (options === undefined)
        throw new RedressError('aws.failed', `AWS answered without metadata options of ${instanceId}`)
      return { httpTokens: options.HttpTokens ?? 'optional', state: options.State ?? 'applied' }
    } catch (error) {
      if (isAwsError(error, 'InvalidInstanceID.NotFound')) return null
      throw error
    }
  },

  pending: ({ state }, { instanceId }) =>
    state === 'pending' ? `metadata options of instance \`${instanceId}\` are being changed` : null,

  want: (current) => ({ ...current, httpTokens: 'required' as const }),

  async hold(_state, { instanceId, quietDays = 0 }, aws, { now }) {
    const asked = quietDays === 0 ? 0 : await requestsWithoutToken(instanceId, { now, days: quietDays }, aws)
    if (asked === 0) return null
    const message = `instance \`${instanceId}\` was asked ${asked} times without a token in the last ${quietDays} days`
    return { kind: 'refused', code: 'IN_USE', message }
  },

  async write({ instanceId }, { httpTokens }, aws) {
    const { client, ModifyInstanceMetadataOptionsCommand } = await ec2(aws)
    await client.send(new ModifyInstanceMetadataOptionsCommand({ InstanceId: instanceId, HttpTokens: httpTokens }))
  },
})

/** Sum of the metric MetadataNoToken, which EC2 keeps for every instance without charge. */
async function requestsWithoutToken(
  instanceId: string,
  { now, days }: { readonly now: number; readonly days: number },
  aws: AwsSession,
): Promise<number> {
  const { CloudWatchClient, GetMetricStatisticsCommand } = await import('./cloudwatch-sdk.js')
  const { Datapoints } = await aws.client(CloudWatchClient).send(
    new GetMetricStatisticsCommand({
      Namespace: 'AWS/EC2',
      MetricName: 'MetadataNoToken',
      Dimensions: [{ Name: 'InstanceId', Value: instanceId }],
      StartTime: new Date(now - days * day),
      EndTime: new Date(now),
      Period: 86_400,
      Statistics: ['Sum'],
    }),
  )
  if (Datapoints === undefined) throw new RedressError('aws.failed', `AWS answered without the metric of ${instanceId}`)
  return Datapoints.reduce((total, { Sum = 0 }) => total + Sum, 0)
}
