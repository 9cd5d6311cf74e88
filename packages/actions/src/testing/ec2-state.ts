/** What the EC2 in process remembers: only what actions reach. Members that a world leaves out are AWS's defaults. */
import type { FakeContext } from './fake.js'

/** Exactly one of the peers is given. */
export interface Ec2SecurityGroupRule {
  id?: string
  /** Ingress when not given. */
  direction?: 'ingress' | 'egress'
  protocol: string
  fromPort?: number
  toPort?: number
  cidrIpv4?: string
  cidrIpv6?: string
  prefixListId?: string
  group?: { groupId: string; userId?: string }
  description?: string
  tags?: { [key: string]: string }
}

export interface Ec2SecurityGroup {
  name?: string
  vpcId?: string
  rules?: Ec2SecurityGroupRule[]
}

export interface Ec2NetworkAclEntry {
  ruleNumber: number
  /** Allow when not given. */
  action?: 'allow' | 'deny'
  /** Inbound when not given. */
  egress?: boolean
  protocol: string
  cidrIpv4?: string
  cidrIpv6?: string
  fromPort?: number
  toPort?: number
  icmp?: { type: number; code: number }
}

export interface Ec2NetworkAcl {
  vpcId?: string
  isDefault?: boolean
  entries: Ec2NetworkAclEntry[]
}

export interface Ec2FlowLog {
  resourceId: string
  trafficType: 'ALL' | 'REJECT' | 'ACCEPT'
  /** `cloud-watch-logs` when not given. */
  destinationType?: 'cloud-watch-logs' | 's3' | 'kinesis-data-firehose'
  logGroup?: string
  destination?: string
  roleArn?: string
  /** `ACTIVE` when not given. */
  status?: string
}

export interface Ec2Instance {
  /** `running` when not given. */
  state?: 'pending' | 'running' | 'shutting-down' | 'terminated' | 'stopping' | 'stopped'
  metadataOptions?: {
    state?: 'applied' | 'pending'
    httpTokens?: 'optional' | 'required'
    httpEndpoint?: 'enabled' | 'disabled'
    hopLimit?: number
  }
}

export interface Ec2State {
  securityGroups: { [id: string]: Ec2SecurityGroup }
  networkInterfaces: { [id: string]: { groups: string[] } }
  networkAcls: { [id: string]: Ec2NetworkAcl }
  /** A security group may name a VPC that is not listed; that one is not the default VPC. */
  vpcs: { [id: string]: { isDefault?: boolean } }
  flowLogs: { [id: string]: Ec2FlowLog }
  instances: { [id: string]: Ec2Instance }
  ebsEncryptionByDefault: boolean
}

export type Ec2Context = FakeContext<Ec2State>
