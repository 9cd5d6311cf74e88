/** A resource is changed only in the partition and Region that its ARN names, where it names them. */
import type { Guard } from '../contracts/guard.js'
import { outcome } from '../contracts/outcome.js'
import { parseArn } from '../contracts/parse-arn.js'

export const partitionGuard: Guard = (change, { action }) => {
  if (action.place !== 'target') return null
  const arn = parseArn(change.target)
  if (arn === null) return null
  if (arn.partition !== change.partition) {
    return outcome(
      'refused',
      'PARTITION_MISMATCH',
      `the resource is in partition \`${arn.partition}\`, the change is for \`${change.partition}\``,
    )
  }
  if (arn.region === null || arn.region === change.region) return null
  return outcome(
    'refused',
    'REGION_MISMATCH',
    `the resource is in Region \`${arn.region}\`, the change is for \`${change.region}\``,
  )
}
