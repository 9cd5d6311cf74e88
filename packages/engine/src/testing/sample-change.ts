/** A change and the facts about it that every guard lets through; a test states what it varies. */
import type { GuardFacts } from '../contracts/guard.js'
import type { Change } from '../contracts/plan.js'

const sampleAccount = '123456789012'

export function sampleChange(changes: Partial<Change> = {}): Change {
  return {
    id: '1-abcdef',
    key: 'abcdef'.repeat(10).padEnd(64, '0'),
    finding: {
      id: 'finding-1',
      format: 'asff',
      productArn: 'arn:aws:securityhub:eu-west-1::product/aws/securityhub',
      hubId: null,
      account: sampleAccount,
      region: 'eu-west-1',
      title: 'Doors should be closed',
      severity: 'HIGH',
      firstObserved: '2026-11-01T00:00:00.000Z',
    },
    findings: ['finding-1'],
    control: 'EC2.2',
    rules: ['close-doors'],
    playbook: null,
    sequence: 'close-doors finding-1',
    account: sampleAccount,
    region: 'eu-west-1',
    partition: 'aws',
    target: `arn:aws:ec2:eu-west-1:${sampleAccount}:security-group/sg-0123`,
    use: 'door.close',
    with: { name: 'front' },
    summary: 'close door front',
    before: { open: true },
    after: { open: false },
    risk: 'disruptive',
    reversible: 'full',
    breaks: null,
    mode: 'apply',
    verdict: { kind: 'change' },
    permissions: ['door:Put'],
    ...changes,
  }
}

export function sampleFacts(changes: Partial<GuardFacts> = {}): GuardFacts {
  return {
    now: Date.UTC(2026, 10, 21),
    mode: 'apply',
    action: { place: 'target', once: false, risk: 'disruptive', reversible: 'full' },
    project: {
      apiVersion: 'redress/v1',
      kind: 'Project',
      scope: { accounts: [sampleAccount], regions: ['eu-west-1'] },
    },
    planExpiresAt: Date.UTC(2026, 10, 22),
    stopped: false,
    approved: false,
    exception: null,
    ...changes,
  }
}
