/** SNS and EventBridge for a message: the session's client and the commands, loaded when first used. */
import type { AwsSession } from '@redress/engine'

export async function snsClient(aws: AwsSession) {
  const sdk = await import('./sns-sdk.js')
  return { ...sdk, client: aws.client(sdk.SNSClient) }
}

export async function eventBridgeClient(aws: AwsSession) {
  const sdk = await import('./eventbridge-sdk.js')
  return { ...sdk, client: aws.client(sdk.EventBridgeClient) }
}
