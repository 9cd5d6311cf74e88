/**
 * The log group and the role that a flow log needs, made where they are absent.
 *
 * What exists is used as it is: a retention or a policy that someone chose is not ours to change. A role counts as
 * made here by its description, so that one left half made by a crash gets its policy on the next run.
 */
import type { AwsSession } from '@redress/engine'
import { isAwsError } from '../aws/is-aws-error.js'

const madeHere = 'Delivers VPC flow logs; made by Redress.'

/** Makes the log group with this retention unless there is one of this name. */
export async function ensureLogGroup(name: string, retentionDays: number, aws: AwsSession): Promise<void> {
  const { CloudWatchLogsClient, CreateLogGroupCommand, DescribeLogGroupsCommand, PutRetentionPolicyCommand } =
    await import('./flow-log-sdk.js')
  const logs = aws.client(CloudWatchLogsClient)
  // Names are listed in order, so the group itself comes first among those that begin with its name.
  const { logGroups = [] } = await logs.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: name }))
  if (logGroups.some((group) => group.logGroupName === name)) return
  await logs.send(new CreateLogGroupCommand({ logGroupName: name }))
  await logs.send(new PutRetentionPolicyCommand({ logGroupName: name, retentionInDays: retentionDays }))
}

/** The role's ARN; makes the role with its policy unless there is one of this name. */
export async function ensureRole(name: string, logGroup: string, aws: AwsSession): Promise<string> {
  const { CreateRoleCommand, GetRoleCommand, GetRolePolicyCommand, IAMClient, PutRolePolicyCommand } = await import(
    './flow-log-sdk.js'
  )
  const iam = aws.client(IAMClient)
  // One inline policy per log group, so that Regions with groups of other names can share the role.
  const PolicyName = `write-${logGroup.replaceAll(/[^\w+=,.@-]/g, '-')}`.slice(0, 128)

  const found = await orNull(iam.send(new GetRoleCommand({ RoleName: name })))
  if (found === null) {
    const AssumeRolePolicyDocument = JSON.stringify(trustPolicy(aws))
    await iam.send(new CreateRoleCommand({ RoleName: name, AssumeRolePolicyDocument, Description: madeHere }))
  }
  const ours = found === null || found.Role?.Description === madeHere
  if (ours && (await orNull(iam.send(new GetRolePolicyCommand({ RoleName: name, PolicyName })))) === null) {
    const PolicyDocument = JSON.stringify(deliveryPolicy(logGroup, aws))
    await iam.send(new PutRolePolicyCommand({ RoleName: name, PolicyName, PolicyDocument }))
  }
  return found?.Role?.Arn ?? `arn:${aws.partition}:iam::${aws.account}:role/${name}`
}

async function orNull<Answer>(answer: Promise<Answer>): Promise<Answer | null> {
  try {
    return await answer
  } catch (error) {
    if (isAwsError(error, 'NoSuchEntity', 'NoSuchEntityException')) return null
    throw error
  }
}

/** Only the flow logs of this account may take the role on; any Region of it, for roles have none. */
function trustPolicy({ partition, account }: AwsSession) {
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Service: 'vpc-flow-logs.amazonaws.com' },
        Action: 'sts:AssumeRole',
        Condition: {
          StringEquals: { 'aws:SourceAccount': account },
          ArnLike: { 'aws:SourceArn': `arn:${partition}:ec2:*:${account}:vpc-flow-log/*` },
        },
      },
    ],
  }
}

/** What the flow logs guide asks for, less CreateLogGroup, and for this one group. */
function deliveryPolicy(logGroup: string, { partition, account }: AwsSession) {
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
        Resource: [
          `arn:${partition}:logs:*:${account}:log-group:${logGroup}`,
          `arn:${partition}:logs:*:${account}:log-group:${logGroup}:*`,
        ],
      },
      { Effect: 'Allow', Action: 'logs:DescribeLogGroups', Resource: '*' },
    ],
  }
}
