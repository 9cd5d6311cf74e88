/** S3 Control (settings of a whole account) for an action: the session's client and the commands, loaded when first used. */
import type { AwsSession } from '@redress/engine'

export async function s3Control(aws: AwsSession) {
  const sdk = await import('./control-sdk.js')
  return { ...sdk, client: aws.client(sdk.AccountClient) }
}
