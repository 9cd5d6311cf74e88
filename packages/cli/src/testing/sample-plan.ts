/**
 * A plan made by hand that holds one of everything a plan can show. Only for tests.
 *
 * Its texts try to break out of the terminal and of HTML.
 */
import type { Change, Plan, Unplanned } from '@redress/engine'

const finding = {
  id: 'arn:aws:securityhub:eu-west-1:123456789012:security-control/EC2.2/finding/0001',
  format: 'asff',
  productArn: 'arn:aws:securityhub:eu-west-1::product/aws/securityhub',
  hubId: null,
  account: '123456789012',
  region: 'eu-west-1',
  title: 'VPC default security groups should not allow inbound or outbound traffic',
  severity: 'HIGH',
  firstObserved: '2026-11-01T10:00:00.000Z',
} as const

export const openGroup: Change = {
  id: '1-3fa9c2',
  key: '3fa9c2',
  finding,
  findings: [finding.id],
  control: 'EC2.2',
  rules: ['sandbox-default-groups'],
  playbook: 'EC2.2@1.0.0',
  sequence: 'sandbox-default-groups/1',
  account: '123456789012',
  region: 'eu-west-1',
  partition: 'aws',
  target: 'arn:aws:ec2:eu-west-1:123456789012:security-group/sg-0123456789abcdef0',
  use: 'ec2.revoke-security-group-rules',
  with: { groupId: 'sg-0123456789abcdef0', rules: 'all' },
  summary: 'revoke all rules of security group sg-0123456789abcdef0',
  before: {
    groupName: 'default',
    rules: [
      { direction: 'ingress', protocol: 'tcp', fromPort: 22, toPort: 22, cidr: '0.0.0.0/0' },
      { direction: 'egress', protocol: '-1', cidr: '0.0.0.0/0' },
    ],
  },
  after: { groupName: 'default', rules: [] },
  risk: 'disruptive',
  reversible: 'full',
  breaks: 'Instances still in the default group lose all traffic that its rules allowed.',
  mode: 'apply',
  verdict: { kind: 'change' },
  permissions: ['ec2:RevokeSecurityGroupIngress', 'ec2:RevokeSecurityGroupEgress'],
}

export const openBucket: Change = {
  ...openGroup,
  id: '2-77d0e1',
  key: '77d0e1',
  finding: {
    ...finding,
    account: '111122223333',
    title: 'S3 buckets should have <b>block</b> public access settings \u001b[2J enabled',
  },
  control: 'S3.8',
  rules: ['lock-buckets', 'lock-logs'],
  playbook: 'S3.8@1.0.0',
  account: '111122223333',
  region: 'us-east-1',
  target: 'arn:aws:s3:::logs',
  use: 's3.block-public-access',
  with: { bucket: 'logs' },
  summary: 'block public access to bucket logs',
  before: { BlockPublicAcls: true, IgnorePublicAcls: true, BlockPublicPolicy: false, RestrictPublicBuckets: false },
  after: { BlockPublicAcls: true, IgnorePublicAcls: true, BlockPublicPolicy: true, RestrictPublicBuckets: true },
  breaks: null,
  mode: 'plan',
}

const topicArn = 'arn:aws:sns:eu-west-1:123456789012:secops'
const text = 'closed "logs" in <b>111122223333</b>\n1. Tell its owner.\n2. Look through its access log\u001b[2J.'

/** Sent from another account than the one that it tells of. */
const message: Change = {
  ...openGroup,
  id: '3-10fe55',
  key: '10fe55',
  playbook: null,
  use: 'notify.sns',
  finding: openBucket.finding,
  control: openBucket.control,
  target: openBucket.target,
  with: { topicArn, subject: 'A bucket was closed', text },
  summary: 'publish a message on topic secops',
  before: null,
  after: { topicArn, subject: 'A bucket was closed', text },
  risk: 'safe',
  reversible: 'none',
  breaks: null,
}

const fine: Change = {
  ...openGroup,
  id: '4-aa01bb',
  target: 'arn:aws:ec2:eu-west-1:123456789012:security-group/sg-0fine',
  summary: 'revoke all rules of security group sg-0fine',
  verdict: { kind: 'noop', code: 'ALREADY_COMPLIANT', message: 'there is nothing to do' },
}

const refused: Change = {
  ...openBucket,
  id: '5-dd02cc',
  target: 'arn:aws:s3:::theirs',
  summary: 'block public access to bucket theirs',
  verdict: {
    kind: 'refused',
    code: 'ACCESS_DENIED',
    message: 'AWS denied `s3:GetBucketPublicAccessBlock`; add it to the role',
  },
}

const left: Unplanned = {
  finding,
  target: openGroup.target,
  control: 'EC2.6',
  rule: null,
  code: 'no-rule',
  message: 'no rule matches',
  guide: [],
}

const guided: Unplanned = {
  finding: { ...finding, title: 'Hardware MFA should be enabled for the root user', severity: 'CRITICAL' },
  target: 'AWS::::Account:123456789012',
  control: 'IAM.6',
  rule: 'guide-iam',
  code: 'guided',
  message: 'this playbook is for a person',
  guide: [
    'Sign in as the root user of account 123456789012.',
    'Open Security credentials and choose Assign MFA device.',
  ],
}

export const samplePlan: Plan = {
  apiVersion: 'redress/v1',
  kind: 'Plan',
  engineVersion: '0.1.0',
  rulesetHash: 'b1946ac92492d2347c6235b4d2611184b1946ac92492d2347c6235b4d2611184',
  createdAt: '2026-11-21T10:00:00.000Z',
  expiresAt: '2026-11-22T10:00:00.000Z',
  changes: [openGroup, openBucket, message, fine, refused],
  unplanned: [
    left,
    { ...left, control: 'EC2.7' },
    { ...left, code: 'workflow', message: 'the finding is SUPPRESSED' },
    guided,
  ],
  hash: '9a0364b9e99bb480dd25e1f0284c8555ad143d53a4e9ebb2f4f5d9d6a8b6c9e1',
}

export const emptyPlan: Plan = { ...samplePlan, changes: [], unplanned: [] }
