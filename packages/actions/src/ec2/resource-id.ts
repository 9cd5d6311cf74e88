/**
 * Parameters: ids of EC2 resources, told apart by their prefix.
 *
 * The prefix is checked because an empty or foreign id in a filter makes EC2 answer with other resources.
 */
import { Type } from '@sinclair/typebox'

const idWith = (prefix: string, description: string) =>
  Type.String({ pattern: `^${prefix}-[0-9A-Za-z-]+$`, maxLength: 64, description })

export const InstanceId = idWith('i', 'Id of the instance.')
export const NetworkAclId = idWith('acl', 'Id of the network ACL.')
export const SecurityGroupId = idWith('sg', 'Id of the security group.')
export const VpcId = idWith('vpc', 'Id of the VPC.')

/** A TCP or UDP port. */
export const Port = Type.Integer({ minimum: 0, maximum: 65_535 })
