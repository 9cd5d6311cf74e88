/**
 * Whole stories on moto, through the command line, each a thing that a team does on its first day.
 *
 *     node tests/moto/stories.mjs http://127.0.0.1:5555
 */
import {
  AuthorizeSecurityGroupIngressCommand,
  CreateVpcCommand,
  DescribeSecurityGroupRulesCommand,
  DescribeSecurityGroupsCommand,
  EC2Client,
} from '@aws-sdk/client-ec2'
import {
  CreateBucketCommand,
  GetPublicAccessBlockCommand,
  PutPublicAccessBlockCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { BatchImportFindingsCommand, GetFindingsCommand, SecurityHubClient } from '@aws-sdk/client-securityhub'
import { CreateTopicCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns'
import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { findingOf, openAccount, region, writeProject } from './account.mjs'

const [endpoint] = process.argv.slice(2)
const home = { credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'moto' } }

const stories = {
  'EC2.2: a custom action empties a default security group, resolves the finding, tells the team, and is taken back':
    defaultGroup,
  'CIS 1.4.0: a finding that names only requirement 2.1.5.2 ends in the playbook of S3.8': cisRequirement,
  'two resources in one finding: the compliant one is not written to': twoResources,
  'a resource in another account than the finding’s is refused': otherAccount,
  'a plan that was made before somebody else fixed the bucket does nothing': fixedMeanwhile,
}

await fetch(`${endpoint}/moto-api/reset`, { method: 'POST' })
let passed = 0
let failed = 0
for (const [index, [title, story]] of Object.entries(stories).entries()) {
  try {
    await story(await openAccount(endpoint, `${333344440000 + index}`))
    passed += 1
    console.log(`ok   ${title}`)
  } catch (error) {
    failed += 1
    console.log(`FAIL ${title}\n     ${error instanceof Error ? error.message : error}`)
  }
}
console.log(`stories: ${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1

async function defaultGroup(place) {
  const { account, client } = place
  const ec2 = client(EC2Client)
  const { Vpc } = await ec2.send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' }))
  const { SecurityGroups } = await ec2.send(
    new DescribeSecurityGroupsCommand({
      Filters: [
        { Name: 'vpc-id', Values: [Vpc.VpcId] },
        { Name: 'group-name', Values: ['default'] },
      ],
    }),
  )
  const GroupId = SecurityGroups[0].GroupId
  await ec2.send(
    new AuthorizeSecurityGroupIngressCommand({
      GroupId,
      IpPermissions: [
        {
          IpProtocol: 'tcp',
          FromPort: 3389,
          ToPort: 3389,
          IpRanges: [{ CidrIp: '0.0.0.0/0', Description: 'quick test' }],
        },
      ],
    }),
  )
  const rules = async () => {
    const found = await ec2.send(
      new DescribeSecurityGroupRulesCommand({ Filters: [{ Name: 'group-id', Values: [GroupId] }] }),
    )
    return found.SecurityGroupRules.map((r) =>
      `${r.IsEgress ? 'out' : 'in'} ${r.IpProtocol} ${r.FromPort} ${r.CidrIpv4 ?? r.CidrIpv6} ${r.Description ?? ''}`.trim(),
    )
      .sort()
      .join('; ')
  }
  const before = await rules()
  check(before.includes('in tcp 3389 0.0.0.0/0 quick test'), `the open rule is not there: ${before}`)

  const hub = client(SecurityHubClient)
  const finding = findingOf(account, {
    control: 'EC2.2',
    type: 'AwsEc2SecurityGroup',
    id: `arn:aws:ec2:${region}:${account}:security-group/${GroupId}`,
  })
  await hub.send(new BatchImportFindingsCommand({ Findings: [finding] }))
  const inbox = await topicWithQueue(place, `secops-${account}`)
  await place.write('event.json', {
    version: '0',
    id: '1a2b3c4d-1111-4222-8333-444455556666',
    'detail-type': 'Security Hub Findings - Custom Action',
    source: 'aws.securityhub',
    account,
    time: '2026-11-20T08:31:00Z',
    region,
    resources: [`arn:aws:securityhub:${region}:${account}:action/custom/redress`],
    detail: { actionName: 'Redress', actionDescription: 'Put it right', findings: [finding] },
  })
  const rule = {
    id: 'on-request',
    match: { control: 'EC2.2' },
    on: 'request',
    steps: [
      { use: 'playbook' },
      { use: 'finding.set-workflow', with: { workflow: 'RESOLVED', note: 'emptied by Redress' } },
      { use: 'notify.channel', with: { channel: 'secops', text: 'emptied ${resource.name} in ${finding.account}' } },
    ],
  }
  await writeProject(place, [rule], `channels:\n  secops: { type: sns, topicArn: "${inbox.topicArn}" }\n`)

  const plan = await run(place, 'plan', 'event.json', '--out', `${place.folder}/plan.json`)
  check(
    plan.changes.length === 3,
    `planned ${plan.changes.length} changes: ${JSON.stringify(plan.changes.map(({ use, verdict }) => [use, verdict]))}`,
  )
  check((await rules()) === before, 'planning changed the group')
  const report = await run(place, 'apply', '--plan', `${place.folder}/plan.json`, '--yes')
  check(
    report.outcomes.every(({ outcome }) => outcome === 'applied'),
    `apply: ${JSON.stringify(report.outcomes)}`,
  )
  check((await rules()) === '', `the group is not empty: ${await rules()}`)
  const { Findings } = await hub.send(new GetFindingsCommand({}))
  check(
    Findings[0].Workflow.Status === 'RESOLVED' && Findings[0].Note.Text.includes('emptied by Redress'),
    `the finding: ${JSON.stringify([Findings[0].Workflow, Findings[0].Note])}`,
  )
  const messages = await inbox.messages()
  check(
    messages.some((message) => message.includes(`emptied ${GroupId} in ${account}`)),
    `the topic got ${JSON.stringify(messages)}`,
  )

  const undone = await run(place, 'undo', 'last', '--yes')
  const group = undone.outcomes.filter(({ outcome }) => outcome === 'undone')
  check(group.length >= 1, `undo: ${JSON.stringify(undone.outcomes)}`)
  check((await rules()) === before, `undo left ${await rules()}, before it was ${before}`)
}

async function cisRequirement(place) {
  const { account, client } = place
  const { s3, bucket, resource } = await makeBucket(place, 'cis')
  const full = findingOf(account, {
    control: 'S3.8',
    ...resource,
    standard: 'cis-aws-foundations-benchmark/v/1.4.0/2.1.5.2',
  })
  const { SecurityControlId: _, ...compliance } = full.Compliance
  const finding = {
    ...full,
    Id: `arn:aws:securityhub:${region}:${account}:subscription/cis-aws-foundations-benchmark/v/1.4.0/2.1.5.2/finding/3b1f0a52-7b1e-4c55-9e0e-0123456789ab`,
    Title: '2.1.5.2 S3 general purpose buckets should block public access',
    Compliance: {
      ...compliance,
      AssociatedStandards: [{ StandardsId: 'standards/cis-aws-foundations-benchmark/v/1.4.0' }],
    },
    ProductFields: {
      ControlId: '2.1.5.2',
      StandardsArn: 'arn:aws:securityhub:::standards/cis-aws-foundations-benchmark/v/1.4.0',
    },
  }
  await place.write('finding.json', finding)
  await writeProject(place, [
    { id: 'cis', match: { standard: 'cis-aws-foundations-benchmark/v/1.4.0' }, steps: [{ use: 'playbook' }] },
  ])
  const decided = await run(place, 'decide', 'finding.json')
  check(decided.decisions[0].control === 'S3.8', `the control is ${decided.decisions[0].control}`)
  const report = await run(place, 'apply', 'finding.json', '--yes')
  check(report.outcomes[0]?.outcome === 'applied', `apply: ${JSON.stringify(report.outcomes)}`)
  const { PublicAccessBlockConfiguration: block } = await client(S3Client).send(
    new GetPublicAccessBlockCommand({ Bucket: bucket }),
  )
  check(Object.values(block).every(Boolean), `the block is ${JSON.stringify(block)}`)
  s3.destroy()
}

async function twoResources(place) {
  const open = await makeBucket(place, 'open')
  const closed = await makeBucket(place, 'closed')
  await closed.s3.send(
    new PutPublicAccessBlockCommand({
      Bucket: closed.bucket,
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        IgnorePublicAcls: true,
        BlockPublicPolicy: true,
        RestrictPublicBuckets: true,
      },
    }),
  )
  const finding = findingOf(place.account, { control: 'S3.8', ...open.resource })
  await place.write('finding.json', {
    ...finding,
    Resources: [closed, open].map(({ resource }) => ({
      Type: resource.type,
      Id: resource.id,
      Partition: 'aws',
      Region: region,
    })),
  })
  await writeProject(place, [{ id: 'buckets', match: { control: 'S3.8' }, steps: [{ use: 'playbook' }] }])
  const report = await run(place, 'apply', 'finding.json', '--yes')
  const seen = report.outcomes.map(({ outcome, code }) => `${outcome}:${code}`).sort()
  check(report.outcomes.filter(({ outcome }) => outcome === 'applied').length === 1, `outcomes: ${seen}`)
  check(report.outcomes.filter(({ outcome }) => outcome === 'noop').length <= 1, `outcomes: ${seen}`)
}

async function otherAccount(place) {
  const finding = findingOf(place.account, {
    control: 'EC2.2',
    type: 'AwsEc2SecurityGroup',
    id: `arn:aws:ec2:${region}:999988887777:security-group/sg-0123456789abcdef0`,
  })
  await place.write('finding.json', finding)
  await writeProject(place, [{ id: 'groups', match: { control: 'EC2.2' }, steps: [{ use: 'playbook' }] }])
  const decided = await run(place, 'decide', 'finding.json')
  check(decided.decisions[0].skipped === 'account-mismatch', `skipped is ${decided.decisions[0].skipped}`)
  const report = await run(place, 'apply', 'finding.json', '--yes')
  check(
    report.outcomes.every(({ outcome }) => outcome !== 'applied'),
    `apply: ${JSON.stringify(report.outcomes)}`,
  )
}

async function fixedMeanwhile(place) {
  const { s3, bucket, resource } = await makeBucket(place, 'meanwhile')
  await place.write('finding.json', findingOf(place.account, { control: 'S3.8', ...resource }))
  await writeProject(place, [{ id: 'buckets', match: { control: 'S3.8' }, steps: [{ use: 'playbook' }] }])
  await run(place, 'plan', 'finding.json', '--out', `${place.folder}/plan.json`)
  await s3.send(
    new PutPublicAccessBlockCommand({
      Bucket: bucket,
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        IgnorePublicAcls: false,
        BlockPublicPolicy: false,
        RestrictPublicBuckets: false,
      },
    }),
  )
  const report = await run(place, 'apply', '--plan', `${place.folder}/plan.json`, '--yes')
  check(report.outcomes[0]?.code === 'STATE_CHANGED', `apply: ${JSON.stringify(report.outcomes)}`)
}

async function makeBucket({ account, client }, name) {
  const s3 = client(S3Client)
  const bucket = `${name}-${account}`
  await s3.send(new CreateBucketCommand({ Bucket: bucket, CreateBucketConfiguration: { LocationConstraint: region } }))
  return { s3, bucket, resource: { type: 'AwsS3Bucket', id: `arn:aws:s3:::${bucket}` } }
}

async function topicWithQueue({ client }, name) {
  const sns = client(SNSClient, home)
  const sqs = client(SQSClient, home)
  const { TopicArn } = await sns.send(new CreateTopicCommand({ Name: name }))
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: name }))
  await sns.send(new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint: TopicArn.replace(':sns:', ':sqs:') }))
  return {
    topicArn: TopicArn,
    async messages() {
      const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }))
      return Messages.map(({ Body }) => JSON.parse(Body).Message)
    },
  }
}

async function run(place, command, ...args) {
  const files = args.map((arg) => (arg === 'finding.json' || arg === 'event.json' ? `${place.folder}/${arg}` : arg))
  const { json, stderr, stdout, code } = await place.redress(command, ...files)
  check(json !== null, `redress ${command} (exit ${code}): ${stderr.trim() || stdout.trim()}`)
  return json
}

function check(holds, message) {
  if (!holds) throw new Error(message)
}
