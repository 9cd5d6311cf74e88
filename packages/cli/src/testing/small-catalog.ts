/** A catalogue of one automatic and one guided playbook, so that tests of commands do not follow the real one. Only for tests. */
import type { CatalogBundle } from '@redress/engine'

export const smallCatalog: CatalogBundle = {
  version: '1.0.0',
  documents: [
    {
      file: 'playbooks/ec2/EC2.2.yaml',
      document: {
        apiVersion: 'redress/v1',
        kind: 'Playbook',
        id: 'EC2.2',
        version: '1.0.0',
        title: 'VPC default security groups should not allow inbound or outbound traffic',
        status: 'stable',
        why: 'What starts without a group of its own gets the default one.',
        impact: {
          level: 'disruptive',
          breaks: 'Instances still in the default group lose all traffic that its rules allowed.',
        },
        match: { control: 'EC2.2', compliance: 'FAILED', 'resource.type': 'AWS::EC2::SecurityGroup' },
        parameters: {},
        steps: [{ use: 'ec2.revoke-security-group-rules', with: { groupId: '${resource.name}', rules: 'all' } }],
        guide: ['Open the VPC console.', 'Delete all rules of the default security group.'],
        falsePositives: [],
        references: ['https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html'],
      },
    },
    {
      file: 'playbooks/iam/IAM.6.yaml',
      document: {
        apiVersion: 'redress/v1',
        kind: 'Playbook',
        id: 'IAM.6',
        version: '1.0.0',
        title: 'Hardware MFA should be enabled for the root user',
        status: 'stable',
        why: 'A second factor in hardware cannot be copied.',
        impact: { level: 'safe', breaks: 'Nothing.' },
        match: { control: 'IAM.6', compliance: 'FAILED' },
        parameters: {},
        steps: [],
        guide: ['Sign in as the root user of account ${finding.account}.', 'Assign a hardware MFA device.'],
        falsePositives: ['The account has no root credentials.'],
        references: [],
      },
    },
    {
      file: 'standards/cis-1.4.0.yaml',
      document: {
        apiVersion: 'redress/v1',
        kind: 'Standard',
        id: 'cis-aws-foundations-benchmark/v/1.4.0',
        title: 'CIS AWS Foundations Benchmark v1.4.0',
        requirements: [{ id: '5.3', controls: ['EC2.2'] }],
      },
    },
  ],
  fixtures: {},
}
