/** CloudWatch, CloudWatch Logs and SNS for an action: clients and commands, loaded when first used. */
import type { AwsSession } from '@redress/engine'

export async function cloudWatch(aws: AwsSession) {
  const sdk = await import('./sdk.js')
  return { ...sdk, client: aws.client(sdk.CloudWatchClient) }
}

export async function logs(aws: AwsSession) {
  const sdk = await import('./logs-sdk.js')
  return { ...sdk, client: aws.client(sdk.CloudWatchLogsClient) }
}

export async function sns(aws: AwsSession) {
  const sdk = await import('./sns-sdk.js')
  return { ...sdk, client: aws.client(sdk.SNSClient) }
}
