/**
 * A small sound project as files, the catalogue that it names, and the actions that both use.
 *
 * The actions are never run; they only lend their names and parameters.
 */
import { type TObject, Type } from '@sinclair/typebox'
import { defineSetting } from '../action/define-setting.js'
import type { Action } from '../contracts/action.js'
import type { CatalogBundle } from '../contracts/loaded.js'

const sampleAction = (name: string, params: TObject): Action =>
  defineSetting({
    name,
    summary: 'A sample.',
    resource: null,
    risk: 'safe',
    permissions: { read: [], write: [] },
    params,
    describe: () => name,
    read: async () => null,
    want: (current) => current,
    write: async () => {},
  })

const bucket = Type.String({ pattern: '^[a-z0-9.-]{3,63}$', description: 'Name of the bucket.' })
const text = Type.String({ minLength: 1, maxLength: 512 })

/** Actions with a string, a union, a number and a boolean among their parameters. */
export const fileActions: readonly Action[] = [
  sampleAction('s3.block-public-access', Type.Object({ bucket }, { additionalProperties: false })),
  sampleAction('s3.set-versioning', Type.Object({ bucket, days: Type.Optional(Type.Integer({ minimum: 1 })) })),
  sampleAction(
    'ec2.revoke-security-group-rules',
    Type.Object(
      {
        groupId: Type.String({ pattern: '^sg-[0-9a-f]+$' }),
        rules: Type.Union([
          Type.Literal('all'),
          Type.Object({ ports: Type.Array(Type.Integer()) }, { additionalProperties: false }),
        ]),
        dryRun: Type.Optional(Type.Boolean()),
      },
      { additionalProperties: false },
    ),
  ),
  sampleAction('finding.note', Type.Object({ text }, { additionalProperties: false })),
  sampleAction('notify.sns', Type.Object({ topicArn: Type.String(), text }, { additionalProperties: false })),
]

const playbook = {
  apiVersion: 'redress/v1',
  kind: 'Playbook',
  version: '1.2.0',
  status: 'stable',
  why: 'It is open.',
  impact: { level: 'possible', breaks: 'Whoever uses it.' },
  guide: ['Close it.'],
  falsePositives: [],
  references: [],
} as const

/** A catalogue with `EC2.2`, which has no parameters, and `S3.13`, which has three and needs one. */
export const fileCatalog: CatalogBundle = {
  version: '1.2.0',
  fixtures: {},
  documents: [
    {
      file: 'playbooks/ec2/EC2.2.yaml',
      document: {
        ...playbook,
        id: 'EC2.2',
        title: 'Default security groups should not allow traffic',
        match: { control: 'EC2.2', compliance: 'FAILED' },
        parameters: {},
        steps: [{ use: 'ec2.revoke-security-group-rules', with: { groupId: '${resource.name}', rules: 'all' } }],
      },
    },
    {
      file: 'playbooks/s3/S3.13.yaml',
      document: {
        ...playbook,
        id: 'S3.13',
        title: 'Buckets should have lifecycle configurations',
        match: { control: 'S3.13' },
        parameters: {
          days: { type: 'integer', description: 'Days.', minimum: 1, maximum: 365 },
          prefix: { type: 'string', description: 'Prefix.', default: '', pattern: '^[a-z/]*$' },
          classes: { type: 'string-list', description: 'Classes.', default: ['GLACIER'], enum: ['GLACIER', 'IA'] },
        },
        steps: [{ use: 's3.set-versioning', with: { bucket: '${resource.name}', days: '${parameters.days}' } }],
      },
    },
  ],
}

/** A project that uses every kind of document and every key of each, without a problem. */
export const sampleFiles: ReadonlyMap<string, string> = new Map([
  [
    'redress.yaml',
    `apiVersion: redress/v1
kind: Project
mode: apply
catalog: 1.2.0
scope:
  accounts: ["123456789012", { group: sandboxes }]
  regions: [eu-west-1]
groups:
  sandboxes: ["111122223333"]
roles:
  remediation: { name: "redress-\${region}", externalId: abc, sessionName: redress }
hub: { account: "123456789012", region: eu-west-1 }
channels:
  secops: { type: sns, topicArn: "arn:aws:sns:eu-west-1:123456789012:secops" }
  chat: { type: slack, url: "https://example.com/hook" }
  bus: { type: eventbridge, busArn: "arn:aws:events:eu-west-1:123456789012:event-bus/default" }
guided: { channel: chat }
`,
  ],
  [
    'rules/sandboxes.yaml',
    `# What the sandboxes team agreed to.
apiVersion: redress/v1
kind: Rules
rules:
  - id: default-groups
    title: Close default security groups in sandboxes
    match:
      control: EC2.2
      account: { group: sandboxes }
      severity: { at-least: HIGH }
      resource.tags.Environment: [dev, test]
    unless:
      - resource.tags.managed-by: { exists: true }
    when: { ">=": [{ var: finding.ageDays }, 2] }
    trust: [prowler/prowler]
    on: request
    mode: approve
    stop: true
    steps:
      - use: playbook
      - use: notify.channel
        with: { channel: secops, subject: closed, text: "closed \${resource.name} in \${finding.account}" }
  - id: lifecycle
    match: { control: S3.13 }
    steps:
      - use: playbook/S3.13@1
        with: { days: 30, classes: [IA] }
  - id: tell
    match: {}
    matchAll: false
    steps:
      - use: notify.channel
        with: { channel: chat, text: hello }
`,
  ],
  [
    'exceptions/accepted.yaml',
    `apiVersion: redress/v1
kind: Exceptions
exceptions:
  - id: bastion
    match: { control: EC2.18, account: "111122223333" }
    reason: compensating-control
    justification: Bastion behind the VPN
    owner: network-team
    approvedBy: ciso@example.com
    ticket: SEC-1234
    expires: 2027-03-31
`,
  ],
  [
    'playbooks/s3/S3.8.yaml',
    `apiVersion: redress/v1
kind: Playbook
id: S3.8
version: 1.0.0
title: Buckets should block public access
status: draft
why: Anyone may read it.
impact:
  level: disruptive
  breaks: Public websites.
match: { control: S3.8, compliance: FAILED }
unless: [{ resource.tags.public: "true" }]
parameters:
  ports: { type: integer-list, description: Ports., default: [22], minimum: 1, maximum: 65535 }
  size: { type: integer, description: Size., default: 1, enum: [1, 2] }
  name: { type: string, description: Name., default: abc, pattern: "^[a-z]+$", securityHub: name }
  flag: { type: boolean, description: Flag., default: false }
steps:
  - use: s3.block-public-access
    with: { bucket: "\${resource.name}" }
guide: ["Open \${resource.name}.", Block it.]
falsePositives: [Websites.]
references: ["https://example.com/"]
`,
  ],
  [
    'playbooks/s3/S3.8.test.yaml',
    `apiVersion: redress/v1
kind: PlaybookTest
playbook: S3.8
cases:
  - name: an open bucket is closed
    finding: asff/s3.8
    set: { workflow: NEW }
    at: 2026-11-21
    world: { s3: { buckets: { logs: {} } } }
    with: { size: 2 }
    expect:
      changes: [{ use: s3.block-public-access, target: logs, with: {}, before: {}, after: {}, outcome: applied }]
  - name: guided
    finding: asff/s3.8
    expect: { skipped: no-rule, guided: false }
`,
  ],
  [
    'tests/sandboxes.test.yaml',
    `apiVersion: redress/v1
kind: RuleTest
cases:
  - name: sandboxes only
    finding: asff/ec2.2
    expect: { rules: [default-groups], exception: bastion }
`,
  ],
  [
    'standards/own-1.yaml',
    `apiVersion: redress/v1
kind: Standard
id: own/1
title: Our own
requirements:
  - { id: "1.1", controls: [EC2.2] }
`,
  ],
])
