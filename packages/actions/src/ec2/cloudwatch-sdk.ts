/** The CloudWatch calls that EC2 actions make; loaded only by those that look at a metric. */
export { CloudWatchClient, GetMetricStatisticsCommand } from '@aws-sdk/client-cloudwatch'
