/**
 * The files of a project to start from. They work as they are: check, test, and a whole simulated round.
 *
 * The one finding, the test and the world tell of the same security group, so that every command has something to show.
 */
import { starterReadme } from './starter-readme.js'

/** Where the schema for editors stands in a project; committed with it, so that editors need no network. */
export const schemaFile = '.redress/schemas/redress.schema.json'

/** The comment by which editors find the schema of a YAML file; one schema knows all kinds of documents. */
export function schemaLine(file: string): string {
  const up = '../'.repeat(file.split('/').length - 1)
  return `# yaml-language-server: $schema=${up}${schemaFile}\n`
}

/** Path → text. `now` gives the example exception an end in the future. */
export function starterFiles(now: number): ReadonlyMap<string, string> {
  return new Map([
    ...projectFiles({ account: '123456789012', region: 'eu-west-1' }),
    ['rules/starter.yaml', `${schemaLine('rules/starter.yaml')}${rules}`],
    ['exceptions/accepted-risks.yaml', exceptions(now)],
    ['tests/starter.test.yaml', `${schemaLine('tests/starter.test.yaml')}${tests}`],
    ['findings/ec2.2.json', `${JSON.stringify(finding, null, 2)}\n`],
    ['world.yaml', world],
    ['README.md', starterReadme],
  ])
}

/** What every project has, also one that is made from a finding. */
export function projectFiles(place: {
  readonly account: string
  readonly region: string
}): ReadonlyMap<string, string> {
  return new Map([
    ['redress.yaml', `${schemaLine('redress.yaml')}${project(place)}`],
    [
      '.gitignore',
      '# Journals and simulated worlds are of one machine; schemas are for everyone.\n.redress/*\n!.redress/schemas/\n',
    ],
  ])
}

const project = ({ account, region }: { readonly account: string; readonly region: string }) => `apiVersion: redress/v1
kind: Project

# How far any rule may go: observe (report), plan (show), approve (wait for a person), apply (act).
mode: plan

# Nothing outside of these accounts and Regions is ever changed.
scope:
  accounts:
    - group: sandboxes
  regions: [${region}]

groups:
  sandboxes: ["${account}"]
`

const rules = `apiVersion: redress/v1
kind: Rules
rules:
  - id: close-default-groups
    title: Close default security groups in sandboxes
    match:
      control: EC2.2
      account: { group: sandboxes }
    unless:
      - resource.tags.keep-open: { exists: true }
    mode: apply
    steps:
      - use: playbook # the playbook of the finding's control: \`redress catalog show EC2.2\`
`

function exceptions(now: number): string {
  const expires = new Date(now + 180 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
  return `${schemaLine('exceptions/accepted-risks.yaml')}apiVersion: redress/v1
kind: Exceptions
exceptions:
  # An example. While it holds, this one group is never changed and its finding is suppressed.
  - id: legacy-default-group
    match:
      control: EC2.2
      resource.id: arn:aws:ec2:eu-west-1:123456789012:security-group/sg-0fedcba9876543210
    reason: accepted-risk
    justification: Legacy VPC, to be removed with the migration
    owner: network-team
    ticket: SEC-1234
    expires: ${expires}
`
}

const tests = `apiVersion: redress/v1
kind: RuleTest
cases:
  - name: an open default group in a sandbox is emptied
    finding: findings/ec2.2.json
    world:
      ec2:
        securityGroups:
          sg-0123456789abcdef0:
            name: default
            rules:
              - { direction: ingress, protocol: tcp, fromPort: 22, toPort: 22, cidrIpv4: 0.0.0.0/0 }
    expect:
      rules: [close-default-groups]
      changes:
        - use: ec2.revoke-security-group-rules
          after: { rules: [] }

  - name: a suppressed finding is left alone
    finding: findings/ec2.2.json
    set: { workflow: SUPPRESSED }
    expect: { skipped: workflow }
`

const world = `# An AWS in process for \`--simulate\`: account, Region, service, state.
"123456789012":
  eu-west-1:
    ec2:
      securityGroups:
        sg-0123456789abcdef0:
          name: default
          rules:
            - { direction: ingress, protocol: tcp, fromPort: 22, toPort: 22, cidrIpv4: 0.0.0.0/0, description: temporary }
            - { direction: egress, protocol: "-1", cidrIpv4: 0.0.0.0/0 }
`

const group = 'arn:aws:ec2:eu-west-1:123456789012:security-group/sg-0123456789abcdef0'

const finding = {
  SchemaVersion: '2018-10-08',
  Id: 'arn:aws:securityhub:eu-west-1:123456789012:security-control/EC2.2/finding/6f1c2a4e-0b7d-4c55-9c0e-2f1d3a5b7c90',
  ProductArn: 'arn:aws:securityhub:eu-west-1::product/aws/securityhub',
  ProductName: 'Security Hub',
  CompanyName: 'AWS',
  Region: 'eu-west-1',
  GeneratorId: 'security-control/EC2.2',
  AwsAccountId: '123456789012',
  Types: ['Software and Configuration Checks/Industry and Regulatory Standards'],
  FirstObservedAt: '2025-06-01T08:00:00.000Z',
  LastObservedAt: '2025-06-02T08:00:00.000Z',
  CreatedAt: '2025-06-01T08:00:00.000Z',
  UpdatedAt: '2025-06-02T08:00:00.000Z',
  Severity: { Label: 'HIGH', Normalized: 70, Original: 'HIGH' },
  Title: 'VPC default security groups should not allow inbound or outbound traffic',
  Description: 'The default security group of a VPC has rules.',
  Resources: [
    { Type: 'AwsEc2SecurityGroup', Id: group, Partition: 'aws', Region: 'eu-west-1', Tags: { Environment: 'dev' } },
  ],
  Compliance: {
    Status: 'FAILED',
    SecurityControlId: 'EC2.2',
    AssociatedStandards: [{ StandardsId: 'standards/aws-foundational-security-best-practices/v/1.0.0' }],
  },
  Workflow: { Status: 'NEW' },
  WorkflowState: 'NEW',
  RecordState: 'ACTIVE',
}
