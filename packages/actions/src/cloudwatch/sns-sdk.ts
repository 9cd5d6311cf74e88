/** The SNS call that alarms are checked with; a bundle holds this and no other. */
export { ListSubscriptionsByTopicCommand, SNSClient } from '@aws-sdk/client-sns'
