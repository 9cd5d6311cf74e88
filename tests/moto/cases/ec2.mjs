/** EC2 in moto: security groups, network ACLs, instances, EBS encryption, flow logs; and KMS, CloudTrail and RDS beside it. */
import { CloudTrailClient, CreateTrailCommand, GetTrailCommand } from '@aws-sdk/client-cloudtrail'
import {
  AuthorizeSecurityGroupIngressCommand,
  CreateNetworkAclEntryCommand,
  CreateSecurityGroupCommand,
  CreateVpcCommand,
  DescribeFlowLogsCommand,
  DescribeImagesCommand,
  DescribeInstancesCommand,
  DescribeNetworkAclsCommand,
  DescribeSecurityGroupRulesCommand,
  DisableEbsEncryptionByDefaultCommand,
  EC2Client,
  GetEbsEncryptionByDefaultCommand,
  RunInstancesCommand,
} from '@aws-sdk/client-ec2'
import { CreateKeyCommand, GetKeyRotationStatusCommand, KMSClient } from '@aws-sdk/client-kms'
import { CreateDBInstanceCommand, DescribeDBInstancesCommand, RDSClient } from '@aws-sdk/client-rds'
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'
import { region } from '../account.mjs'

export const ec2 = [
  {
    action: 'ec2.revoke-security-group-rules',
    async make({ account, client }) {
      const api = client(EC2Client)
      const { Vpc } = await api.send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' }))
      const { GroupId } = await api.send(
        new CreateSecurityGroupCommand({ GroupName: 'web', Description: 'web', VpcId: Vpc.VpcId }),
      )
      await api.send(
        new AuthorizeSecurityGroupIngressCommand({
          GroupId,
          IpPermissions: [
            {
              IpProtocol: 'tcp',
              FromPort: 22,
              ToPort: 22,
              IpRanges: [
                { CidrIp: '0.0.0.0/0', Description: 'open' },
                { CidrIp: '192.0.2.0/24', Description: 'office' },
              ],
              Ipv6Ranges: [{ CidrIpv6: '::/0' }],
            },
          ],
        }),
      )
      const cidrs = async () => {
        const { SecurityGroupRules } = await api.send(
          new DescribeSecurityGroupRulesCommand({ Filters: [{ Name: 'group-id', Values: [GroupId] }] }),
        )
        return SecurityGroupRules.filter((rule) => !rule.IsEgress)
          .map((rule) => `${rule.CidrIpv4 ?? rule.CidrIpv6} ${rule.Description ?? ''}`.trim())
          .sort()
      }
      const is = async (...wanted) => JSON.stringify(await cidrs()) === JSON.stringify(wanted.sort())
      return {
        control: 'EC2.13',
        type: 'AwsEc2SecurityGroup',
        id: `arn:aws:ec2:${region}:${account}:security-group/${GroupId}`,
        with: { groupId: '${resource.name}', rules: 'open', ports: [22] },
        isBad: () => is('0.0.0.0/0 open', '192.0.2.0/24 office', '::/0'),
        isGood: () => is('192.0.2.0/24 office'),
      }
    },
  },
  {
    action: 'ec2.remove-network-acl-entries',
    async make({ account, client }) {
      const api = client(EC2Client)
      const { Vpc } = await api.send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' }))
      const { NetworkAcls } = await api.send(
        new DescribeNetworkAclsCommand({ Filters: [{ Name: 'vpc-id', Values: [Vpc.VpcId] }] }),
      )
      const acl = NetworkAcls[0].NetworkAclId
      const entry = { NetworkAclId: acl, Egress: false, Protocol: '6', RuleAction: 'allow' }
      await api.send(
        new CreateNetworkAclEntryCommand({
          ...entry,
          RuleNumber: 50,
          CidrBlock: '0.0.0.0/0',
          PortRange: { From: 22, To: 22 },
        }),
      )
      await api.send(
        new CreateNetworkAclEntryCommand({
          ...entry,
          RuleNumber: 60,
          CidrBlock: '192.0.2.0/24',
          PortRange: { From: 22, To: 22 },
        }),
      )
      // The rule that a new ACL has lets everything in, which is what the control is about too.
      const numbers = async () => {
        const found = await api.send(new DescribeNetworkAclsCommand({ NetworkAclIds: [acl] }))
        return found.NetworkAcls[0].Entries.filter((e) => !e.Egress && e.RuleNumber < 32767)
          .map((e) => e.RuleNumber)
          .sort((a, b) => a - b)
          .join()
      }
      const before = await numbers()
      return {
        control: 'EC2.21',
        type: 'AwsEc2NetworkAcl',
        id: `arn:aws:ec2:${region}:${account}:network-acl/${acl}`,
        with: { networkAclId: '${resource.name}', ports: [22, 3389], includeDefault: true },
        isBad: async () => (await numbers()) === before,
        isGood: async () => (await numbers()) === '60',
      }
    },
  },
  {
    action: 'ec2.require-imdsv2',
    async make({ account, client }) {
      const api = client(EC2Client)
      const { Images } = await api.send(new DescribeImagesCommand({ Owners: ['amazon'], MaxResults: 5 }))
      const { Instances } = await api.send(
        new RunInstancesCommand({
          ImageId: Images[0].ImageId,
          MinCount: 1,
          MaxCount: 1,
          MetadataOptions: { HttpTokens: 'optional' },
        }),
      )
      const id = Instances[0].InstanceId
      const tokens = async () => {
        const { Reservations } = await api.send(new DescribeInstancesCommand({ InstanceIds: [id] }))
        return Reservations[0].Instances[0].MetadataOptions?.HttpTokens ?? 'optional'
      }
      return {
        control: 'EC2.8',
        type: 'AwsEc2Instance',
        id: `arn:aws:ec2:${region}:${account}:instance/${id}`,
        with: { instanceId: '${resource.name}' },
        isBad: async () => (await tokens()) === 'optional',
        isGood: async () => (await tokens()) === 'required',
      }
    },
  },
  {
    action: 'ec2.enable-ebs-encryption-by-default',
    async make({ account, client }) {
      const api = client(EC2Client)
      await api.send(new DisableEbsEncryptionByDefaultCommand({}))
      const on = async () => (await api.send(new GetEbsEncryptionByDefaultCommand({}))).EbsEncryptionByDefault === true
      return {
        control: 'EC2.7',
        type: 'AwsAccount',
        id: `AWS::::Account:${account}`,
        isBad: async () => !(await on()),
        isGood: on,
      }
    },
  },
  {
    action: 'ec2.enable-vpc-flow-logs',
    async make({ account, client }) {
      const api = client(EC2Client)
      const { Vpc } = await api.send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' }))
      const count = async () =>
        (await api.send(new DescribeFlowLogsCommand({ Filter: [{ Name: 'resource-id', Values: [Vpc.VpcId] }] })))
          .FlowLogs.length
      return {
        control: 'EC2.6',
        type: 'AwsEc2Vpc',
        id: `arn:aws:ec2:${region}:${account}:vpc/${Vpc.VpcId}`,
        with: {
          vpcId: '${resource.name}',
          trafficType: 'REJECT',
          logGroupName: '/redress/flow-logs',
          roleName: 'RedressFlowLogs',
          retentionDays: 365,
        },
        isBad: async () => (await count()) === 0,
        isGood: async () => (await count()) === 1,
      }
    },
  },
  {
    action: 'kms.enable-key-rotation',
    async make({ client }) {
      const api = client(KMSClient)
      const { KeyMetadata } = await api.send(new CreateKeyCommand({}))
      const on = async () =>
        (await api.send(new GetKeyRotationStatusCommand({ KeyId: KeyMetadata.KeyId }))).KeyRotationEnabled === true
      return {
        control: 'KMS.4',
        type: 'AwsKmsKey',
        id: KeyMetadata.Arn,
        with: { keyId: '${resource.name}' },
        isBad: async () => !(await on()),
        isGood: on,
      }
    },
  },
  {
    action: 'cloudtrail.enable-log-file-validation',
    async make({ account, client }) {
      const bucket = `trail-${account}`
      await client(S3Client).send(
        new CreateBucketCommand({ Bucket: bucket, CreateBucketConfiguration: { LocationConstraint: region } }),
      )
      const api = client(CloudTrailClient)
      const { TrailARN } = await api.send(
        new CreateTrailCommand({ Name: 'audit', S3BucketName: bucket, EnableLogFileValidation: false }),
      )
      const on = async () =>
        (await api.send(new GetTrailCommand({ Name: 'audit' }))).Trail.LogFileValidationEnabled === true
      return {
        control: 'CloudTrail.4',
        type: 'AwsCloudTrailTrail',
        id: TrailARN,
        with: { trail: '${resource.id}' },
        isBad: async () => !(await on()),
        isGood: on,
      }
    },
  },
  {
    action: 'rds.disable-public-access',
    async make({ client }) {
      const api = client(RDSClient)
      const { DBInstance } = await api.send(
        new CreateDBInstanceCommand({
          DBInstanceIdentifier: 'orders',
          DBInstanceClass: 'db.t3.micro',
          Engine: 'postgres',
          AllocatedStorage: 20,
          MasterUsername: 'admin1',
          MasterUserPassword: 'not-a-secret-1',
          PubliclyAccessible: true,
        }),
      )
      const open = async () =>
        (await api.send(new DescribeDBInstancesCommand({ DBInstanceIdentifier: 'orders' }))).DBInstances[0]
          .PubliclyAccessible
      return {
        control: 'RDS.2',
        type: 'AwsRdsDbInstance',
        id: DBInstance.DBInstanceArn,
        with: { instanceId: '${resource.name}' },
        isBad: async () => (await open()) === true,
        isGood: async () => (await open()) === false,
      }
    },
  },
]
