/** VPCs, network ACLs and flow logs in process. */
import type {
  CreateFlowLogsCommandInput,
  CreateFlowLogsCommandOutput,
  CreateNetworkAclEntryCommandInput,
  DeleteFlowLogsCommandInput,
  DeleteFlowLogsCommandOutput,
  DeleteNetworkAclEntryCommandInput,
  DescribeFlowLogsCommandInput,
  DescribeFlowLogsCommandOutput,
  DescribeNetworkAclsCommandInput,
  DescribeNetworkAclsCommandOutput,
  DescribeVpcsCommandInput,
  DescribeVpcsCommandOutput,
  NetworkAclEntry,
} from '@aws-sdk/client-ec2'
import { filtered, given } from './ec2-security-groups.js'
import type { Ec2Context, Ec2FlowLog, Ec2NetworkAcl, Ec2NetworkAclEntry, Ec2State } from './ec2-state.js'
import { awsError, type Output } from './fake.js'

export const networkOperations = {
  DescribeVpcs(input: DescribeVpcsCommandInput, { state }: Ec2Context): Output<DescribeVpcsCommandOutput> {
    const Vpcs = (input.VpcIds ?? Object.keys(state.vpcs)).map((VpcId) => {
      const vpc = state.vpcs[VpcId]
      if (vpc === undefined) throw awsError('InvalidVpcID.NotFound', `The vpc ID '${VpcId}' does not exist`)
      return { VpcId, IsDefault: vpc.isDefault === true }
    })
    return { Vpcs }
  },

  DescribeNetworkAcls(
    input: DescribeNetworkAclsCommandInput,
    { state }: Ec2Context,
  ): Output<DescribeNetworkAclsCommandOutput> {
    const NetworkAcls = (input.NetworkAclIds ?? Object.keys(state.networkAcls)).map((NetworkAclId) => ({
      NetworkAclId,
      IsDefault: aclOf(NetworkAclId, state).isDefault === true,
      Entries: aclOf(NetworkAclId, state).entries.map(shownEntry),
    }))
    return { NetworkAcls }
  },
  CreateNetworkAclEntry(input: CreateNetworkAclEntryCommandInput, { state }: Ec2Context) {
    const { entries } = aclOf(input.NetworkAclId, state)
    if (entries.some((entry) => isAt(entry, input))) {
      throw awsError(
        'NetworkAclEntryAlreadyExists',
        `The network acl entry identified by ${input.RuleNumber} already exists.`,
      )
    }
    entries.push(entryOf(input))
    return undefined
  },
  DeleteNetworkAclEntry(input: DeleteNetworkAclEntryCommandInput, { state }: Ec2Context) {
    const acl = aclOf(input.NetworkAclId, state)
    if (!acl.entries.some((entry) => isAt(entry, input))) {
      throw awsError('InvalidNetworkAclEntry.NotFound', 'The specified network acl entry does not exist.')
    }
    acl.entries = acl.entries.filter((entry) => !isAt(entry, input))
    return undefined
  },

  DescribeFlowLogs(input: DescribeFlowLogsCommandInput, { state }: Ec2Context): Output<DescribeFlowLogsCommandOutput> {
    const resources = filtered(input.Filter, 'resource-id')
    const FlowLogs = Object.entries(state.flowLogs)
      .filter(([, log]) => resources === null || resources.includes(log.resourceId))
      .map(([FlowLogId, log]) => ({ FlowLogId, ...shownFlowLog(log) }))
    return { FlowLogs }
  },
  CreateFlowLogs(
    input: CreateFlowLogsCommandInput,
    { state, nextId }: Ec2Context,
  ): Output<CreateFlowLogsCommandOutput> {
    const [resourceId = ''] = input.ResourceIds ?? []
    const unsuccessful = (Code: string, Message: string) => ({
      FlowLogIds: [],
      Unsuccessful: [{ ResourceId: resourceId, Error: { Code, Message } }],
    })
    if (state.vpcs[resourceId] === undefined) return unsuccessful('InvalidVpcId.NotFound', `${resourceId} is not there`)
    const log: Ec2FlowLog = {
      resourceId,
      trafficType: input.TrafficType ?? 'ALL',
      destinationType: input.LogDestinationType ?? 'cloud-watch-logs',
      ...given({ logGroup: input.LogGroupName, destination: input.LogDestination }),
      ...given({ roleArn: input.DeliverLogsPermissionArn }),
    }
    const isSame = (other: Ec2FlowLog) =>
      other.resourceId === resourceId && other.logGroup === log.logGroup && other.destination === log.destination
    if (Object.values(state.flowLogs).some(isSame)) {
      throw awsError(
        'FlowLogAlreadyExists',
        'There is an existing Flow Log with the same configuration and log destination.',
      )
    }
    const id = `fl-new${nextId()}`
    state.flowLogs[id] = log
    return { FlowLogIds: [id], Unsuccessful: [] }
  },
  DeleteFlowLogs(input: DeleteFlowLogsCommandInput, { state }: Ec2Context): Output<DeleteFlowLogsCommandOutput> {
    const Unsuccessful = (input.FlowLogIds ?? []).flatMap((ResourceId) => {
      const known = Object.hasOwn(state.flowLogs, ResourceId)
      delete state.flowLogs[ResourceId]
      return known ? [] : [{ ResourceId, Error: { Code: 'InvalidFlowLogId.NotFound', Message: 'not there' } }]
    })
    return { Unsuccessful }
  },
}

function aclOf(id: string | undefined, state: Ec2State): Ec2NetworkAcl {
  const acl = state.networkAcls[id ?? '']
  if (acl === undefined) throw awsError('InvalidNetworkAclID.NotFound', `The networkAcl ID '${id}' does not exist`)
  return acl
}

function isAt(
  entry: Ec2NetworkAclEntry,
  place: { RuleNumber: number | undefined; Egress: boolean | undefined },
): boolean {
  return entry.ruleNumber === place.RuleNumber && (entry.egress ?? false) === (place.Egress ?? false)
}

function shownEntry(entry: Ec2NetworkAclEntry): NetworkAclEntry {
  const { ruleNumber, action = 'allow', egress = false, protocol, cidrIpv4, cidrIpv6, fromPort, toPort, icmp } = entry
  return {
    RuleNumber: ruleNumber,
    RuleAction: action,
    Egress: egress,
    Protocol: protocol,
    ...given({ CidrBlock: cidrIpv4, Ipv6CidrBlock: cidrIpv6 }),
    ...(fromPort === undefined ? {} : { PortRange: { From: fromPort, To: toPort ?? fromPort } }),
    ...(icmp === undefined ? {} : { IcmpTypeCode: { Type: icmp.type, Code: icmp.code } }),
  }
}

function entryOf(input: CreateNetworkAclEntryCommandInput): Ec2NetworkAclEntry {
  const { IcmpTypeCode: icmp, PortRange } = input
  return {
    ruleNumber: input.RuleNumber ?? 0,
    action: input.RuleAction ?? 'deny',
    egress: input.Egress ?? false,
    protocol: input.Protocol ?? '-1',
    ...given({ cidrIpv4: input.CidrBlock, cidrIpv6: input.Ipv6CidrBlock }),
    ...given({ fromPort: PortRange?.From, toPort: PortRange?.To }),
    ...(icmp === undefined ? {} : { icmp: { type: icmp.Type ?? -1, code: icmp.Code ?? -1 } }),
  }
}

function shownFlowLog(log: Ec2FlowLog) {
  return {
    ResourceId: log.resourceId,
    FlowLogStatus: log.status ?? 'ACTIVE',
    TrafficType: log.trafficType,
    LogDestinationType: log.destinationType ?? ('cloud-watch-logs' as const),
    ...given({ LogGroupName: log.logGroup, LogDestination: log.destination, DeliverLogsPermissionArn: log.roleArn }),
  }
}
