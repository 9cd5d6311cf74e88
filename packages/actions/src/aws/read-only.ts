/**
 * Keeps a reading session from changing anything: its clients reject every operation that is not plainly a read.
 *
 * The check stands in the client's own middleware, so no action can get round it by mistake.
 */
import { RedressError } from '@redress/engine'
import { onCall } from './middleware.js'

const reads = /^(Get|List|Describe|Head|BatchGet|Lookup|Simulate)[A-Z]/

/** True for the names of operations that only read (`DescribeSecurityGroups`, `GetPublicAccessBlock`). */
export function isRead(operation: string): boolean {
  return reads.test(operation)
}

export function allowOnlyReads(client: object): void {
  onCall(client, 'readOnly', async (input, { name, service }, next) => {
    if (isRead(name)) return next(input)
    throw new RedressError('aws.read-only', `\`${service}:${name}\` was called while only reading is allowed`)
  })
}
