/** RDS for an action: the session's client and the commands, loaded when first used. */
import type { AwsSession } from '@redress/engine'

export async function rds(aws: AwsSession) {
  const sdk = await import('./sdk.js')
  return { ...sdk, client: aws.client(sdk.RDSClient) }
}
