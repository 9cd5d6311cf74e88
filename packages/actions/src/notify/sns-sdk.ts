/** The SNS call that messages make; a bundle holds this and no other. */
export { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
