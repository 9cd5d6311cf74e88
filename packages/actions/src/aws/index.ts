/** Access to the real AWS, and what actions of one's own need. */
export { type AwsOptions, connectAws } from './connect-aws.js'
export { isAwsError } from './is-aws-error.js'
export { isRead } from './read-only.js'
