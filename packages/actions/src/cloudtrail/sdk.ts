/** The CloudTrail calls that actions make; a bundle holds these and no others. */
export { CloudTrailClient, GetTrailCommand, UpdateTrailCommand } from '@aws-sdk/client-cloudtrail'
