/** Everything but the actions themselves, which have an entry for each service. */
export { type AwsOptions, connectAws } from './aws/connect-aws.js'
export { isAwsError } from './aws/is-aws-error.js'
