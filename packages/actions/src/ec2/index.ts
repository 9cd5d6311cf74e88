/** Actions on EC2: security groups, network ACLs, instances, volumes, VPCs. */
export { enableEbsEncryptionByDefault } from './enable-ebs-encryption-by-default.js'
export { enableVpcFlowLogs } from './enable-vpc-flow-logs.js'
export { removeNetworkAclEntries } from './remove-network-acl-entries.js'
export { requireImdsv2 } from './require-imdsv2.js'
export { revokeSecurityGroupRules } from './revoke-security-group-rules.js'
