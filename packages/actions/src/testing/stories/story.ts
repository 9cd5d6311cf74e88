/**
 * A whole story in memory: documents as text, a finding as Security Hub would send it, the in-process AWS, a journal.
 *
 * Nothing of ours is replaced but the clock. The finding that is acted on stands in Security Hub, too.
 */
import {
  createEngine,
  type Engine,
  type Finding,
  type JournalRecord,
  type Json,
  type JsonObject,
  loadProject,
  memoryJournal,
  readValue,
} from '@redress/engine'
import { builtinActions } from '../../all.js'
import { inProcessAws } from '../in-process-aws.js'
import type { World } from '../world.js'

export const account = '123456789012'
export const region = 'eu-west-1'
const open = () => ({ publicAccessBlock: { BlockPublicAcls: false } })
const closed = {
  publicAccessBlock: {
    BlockPublicAcls: true,
    IgnorePublicAcls: true,
    BlockPublicPolicy: true,
    RestrictPublicBuckets: true,
  },
}

/** Buckets `logs` and `site` are open, `shut` is closed; `theirs` is of another account. */
const buckets = { logs: open(), site: open(), shut: closed }

export interface Story {
  readonly world: World
  /** Moves the clock, which stands at the start of 2026-11-21. */
  setClock(text: string): void
  /** An engine of these documents over the same world and journal. */
  engine(documents: { readonly [path: string]: string }): Promise<Engine>
  /** The finding as Security Hub has it now. */
  finding(): Finding
  stored(): JsonObject
  records(): Promise<readonly JournalRecord[]>
  /** Names of the operations that wrote, in order. */
  writes(): readonly string[]
}

/** `members` replace those of an ASFF finding of S3.8 about the bucket `logs`. */
export function story(members: { readonly [name: string]: Json } = {}): Story {
  const found: JsonObject = { ...sample, ...members }
  const world = inProcessAws({
    [account]: { global: { s3: { buckets } }, [region]: { securityhub: { findings: [found] } } },
    '111122223333': { global: { s3: { buckets: { theirs: open() } } }, [region]: { securityhub: { findings: [] } } },
  })
  const journal = memoryJournal()
  let now = Date.parse('2026-11-21T00:00:00Z')
  let runs = 0
  const told: Story = {
    world,
    setClock: (text) => {
      now = Date.parse(text)
    },
    async engine(documents) {
      const files = new Map(Object.entries({ 'redress.yaml': project, ...documents }))
      return createEngine({
        project: await loadProject({ files, actions: builtinActions }),
        actions: builtinActions,
        aws: world.aws,
        journal,
        clock: { now: () => now, sleep: async () => {} },
        ids: { next: () => `run-${++runs}` },
        mode: 'apply',
      })
    },
    finding() {
      const [item] = [...readValue(told.stored(), 'story')]
      if (item?.kind !== 'finding') throw new Error(`no finding: ${JSON.stringify(item)}`)
      return item.finding
    },
    stored() {
      const hub = JSON.parse(JSON.stringify(world.state[account]?.[region]?.['securityhub'] ?? {}))
      return hub.findings[0]
    },
    async records() {
      const records: JournalRecord[] = []
      for await (const record of journal.read()) records.push(record)
      return records
    },
    writes: () => world.calls.filter(({ writes }) => writes).map(({ operation }) => operation),
  }
  return told
}

/** A bucket as a resource of the finding. */
export function bucket(name: string, members: { readonly [name: string]: Json } = {}): JsonObject {
  return { Type: 'AwsS3Bucket', Id: `arn:aws:s3:::${name}`, Partition: 'aws', Region: region, ...members }
}

const sample = {
  SchemaVersion: '2018-10-08',
  Id: `arn:aws:securityhub:${region}:${account}:security-control/S3.8/finding/00000001`,
  ProductArn: `arn:aws:securityhub:${region}::product/aws/securityhub`,
  GeneratorId: 'security-control/S3.8',
  AwsAccountId: account,
  Region: region,
  CreatedAt: '2026-11-01T00:00:00.000Z',
  FirstObservedAt: '2026-11-01T00:00:00.000Z',
  UpdatedAt: '2026-11-20T00:00:00.000Z',
  Severity: { Label: 'HIGH', Normalized: 70 },
  Title: 'S3 general purpose buckets should block public access',
  Description: 'Sample',
  Compliance: { Status: 'FAILED', SecurityControlId: 'S3.8' },
  Workflow: { Status: 'NEW' },
  RecordState: 'ACTIVE',
  Resources: [bucket('logs')],
} as const

const project = `apiVersion: redress/v1
kind: Project
mode: apply
scope: { accounts: ["${account}"], regions: [${region}] }
`

/** A file with one rule that closes buckets; `more` are further lines of the rule. */
export function closing(more = ''): { readonly [path: string]: string } {
  return {
    'rules/close.yaml': `apiVersion: redress/v1
kind: Rules
rules:
  - id: close
    match:
      control: S3.8
${more}
    steps:
      - use: s3.block-public-access
        with: { bucket: "\${resource.name}" }
`,
  }
}
