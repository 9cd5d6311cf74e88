/** The CloudWatch calls that actions make; a bundle holds these and no others. */
export {
  CloudWatchClient,
  DeleteAlarmsCommand,
  DescribeAlarmsCommand,
  DescribeAlarmsForMetricCommand,
  PutMetricAlarmCommand,
} from '@aws-sdk/client-cloudwatch'
