/**
 * Starts a flow log of a VPC into a CloudWatch log group, where no active flow log records the wanted traffic.
 *
 * Log group and role are means, not state: they are made where absent, used as they are where present, and stay
 * when the flow log is taken back, for the group holds records by then. So undo is partial.
 */
import type { FlowLog } from '@aws-sdk/client-ec2'
import { type AwsSession, canonical, defineSetting, RedressError, sameJson } from '@redress/engine'
import { Type } from '@sinclair/typebox'
import { allPages } from '../aws/all-pages.js'
import { isAwsError } from '../aws/is-aws-error.js'
import { ec2 } from './client.js'
import { ensureLogGroup, ensureRole } from './flow-log-delivery.js'
import { VpcId } from './resource-id.js'

/** One active flow log, without its id. */
type Log = {
  readonly trafficType: string
  readonly destinationType: string
  /** Name of the log group, or ARN of a bucket or delivery stream. */
  readonly destination: string
  /** Name of the role that delivers. */
  readonly role: string | null
}

/** What CloudWatch Logs accepts for PutRetentionPolicy. */
const retentions = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
]

export const enableVpcFlowLogs = defineSetting({
  name: 'ec2.enable-vpc-flow-logs',
  summary: 'Start a flow log of a VPC into a CloudWatch log group.',
  resource: 'AWS::EC2::VPC',
  risk: 'safe',
  reversible: 'partial',
  permissions: {
    read: ['ec2:DescribeFlowLogs', 'ec2:DescribeVpcs'],
    write: [
      'ec2:CreateFlowLogs',
      'ec2:DeleteFlowLogs',
      'iam:CreateRole',
      'iam:GetRole',
      'iam:GetRolePolicy',
      'iam:PassRole',
      'iam:PutRolePolicy',
      'logs:CreateLogGroup',
      'logs:DescribeLogGroups',
      'logs:PutRetentionPolicy',
    ],
  },

  params: Type.Object(
    {
      vpcId: VpcId,
      trafficType: Type.Optional(
        Type.Union([Type.Literal('ALL'), Type.Literal('REJECT'), Type.Literal('ACCEPT')], {
          description: 'Traffic to record; ALL when not given. A flow log of ALL covers the others.',
        }),
      ),
      logGroupName: Type.String({
        pattern: '^[A-Za-z0-9_/.#-]{1,512}$',
        description: 'Log group to record to; made where it does not exist.',
      }),
      roleName: Type.String({
        pattern: '^[A-Za-z0-9+=,.@_-]{1,64}$',
        description: 'Role that delivers the records; made where it does not exist.',
      }),
      retentionDays: Type.Optional(
        Type.Union(
          retentions.map((days) => Type.Literal(days)),
          { description: 'Days that a log group made here keeps records; 365 when not given.' },
        ),
      ),
    },
    { additionalProperties: false },
  ),

  describe: ({ vpcId, trafficType = 'ALL', logGroupName, roleName }) =>
    `log ${trafficType} traffic of ${vpcId} to log group ${logGroupName} with role ${roleName}, made where absent`,

  async read({ vpcId }, aws) {
    const { client, DescribeVpcsCommand } = await ec2(aws)
    try {
      await client.send(new DescribeVpcsCommand({ VpcIds: [vpcId] }))
    } catch (error) {
      if (isAwsError(error, 'InvalidVpcID.NotFound')) return null
      throw error
    }
    return { flowLogs: sorted((await activeFlowLogs(vpcId, aws)).map(logFrom)) }
  },

  want({ flowLogs }, { trafficType = 'ALL', logGroupName, roleName }) {
    if (flowLogs.some((log) => log.trafficType === 'ALL' || log.trafficType === trafficType)) return { flowLogs }
    const destinationType = 'cloud-watch-logs'
    return {
      flowLogs: sorted([...flowLogs, { trafficType, destinationType, destination: logGroupName, role: roleName }]),
    }
  },

  async write({ vpcId, logGroupName, roleName, retentionDays = 365 }, next, aws, current) {
    for (const log of current.flowLogs) if (!contains(next.flowLogs, log)) await remove(vpcId, log, aws)
    for (const log of next.flowLogs) {
      if (contains(current.flowLogs, log)) continue
      if (log.destination !== logGroupName || log.role !== roleName) {
        throw new RedressError('aws.failed', `a flow log to \`${log.destination}\` is not for this action to make`)
      }
      await ensureLogGroup(logGroupName, retentionDays, aws)
      await create(vpcId, log, await ensureRole(roleName, logGroupName, aws), aws)
    }
  },
})

async function activeFlowLogs(vpcId: string, aws: AwsSession): Promise<readonly FlowLog[]> {
  const { client, DescribeFlowLogsCommand } = await ec2(aws)
  const found = await allPages(`flow logs of ${vpcId}`, async (NextToken) => {
    const Filter = [{ Name: 'resource-id', Values: [vpcId] }]
    const answer = await client.send(new DescribeFlowLogsCommand({ Filter, NextToken }))
    return { items: answer.FlowLogs, next: answer.NextToken }
  })
  return found.filter((log) => log.ResourceId === vpcId && log.FlowLogStatus === 'ACTIVE')
}

function logFrom(found: FlowLog): Log {
  const { TrafficType, LogDestinationType, LogGroupName, LogDestination, DeliverLogsPermissionArn } = found
  return {
    trafficType: TrafficType ?? 'ALL',
    destinationType: LogDestinationType ?? 'cloud-watch-logs',
    destination: LogGroupName ?? LogDestination ?? '',
    role: DeliverLogsPermissionArn?.split('/').at(-1) ?? null,
  }
}

function sorted(logs: readonly Log[]): readonly Log[] {
  return [...logs].sort((a, b) => (canonical(a) < canonical(b) ? -1 : 1))
}

function contains(logs: readonly Log[], log: Log): boolean {
  return logs.some((other) => sameJson(other, log))
}

async function create(vpcId: string, log: Log, roleArn: string, aws: AwsSession): Promise<void> {
  const { client, CreateFlowLogsCommand } = await ec2(aws)
  const { Unsuccessful = [] } = await client.send(
    new CreateFlowLogsCommand({
      ResourceType: 'VPC',
      ResourceIds: [vpcId],
      TrafficType: log.trafficType === 'REJECT' || log.trafficType === 'ACCEPT' ? log.trafficType : 'ALL',
      LogDestinationType: 'cloud-watch-logs',
      LogGroupName: log.destination,
      DeliverLogsPermissionArn: roleArn,
    }),
  )
  const failed = Unsuccessful[0]?.Error
  if (failed === undefined) return
  throw new RedressError(
    'aws.failed',
    `EC2 made no flow log of ${vpcId}: ${failed.Code ?? ''} ${failed.Message ?? ''}`,
    {
      hint: 'a role that was made seconds ago may not be known to EC2 yet; plan again',
    },
  )
}

async function remove(vpcId: string, log: Log, aws: AwsSession): Promise<void> {
  const { client, DeleteFlowLogsCommand } = await ec2(aws)
  const same = (await activeFlowLogs(vpcId, aws)).find((found) => sameJson(logFrom(found), log))
  if (same?.FlowLogId === undefined) return
  const { Unsuccessful = [] } = await client.send(new DeleteFlowLogsCommand({ FlowLogIds: [same.FlowLogId] }))
  const failed = Unsuccessful[0]?.Error
  if (failed !== undefined) {
    throw new RedressError(
      'aws.failed',
      `EC2 kept flow log ${same.FlowLogId}: ${failed.Code ?? ''} ${failed.Message ?? ''}`,
    )
  }
}
