/** The EventBridge call that messages make; a bundle holds this and no other. */
export { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge'
