/** The RDS calls that actions make; a bundle holds these and no others. */
export { DescribeDBInstancesCommand, ModifyDBInstanceCommand, RDSClient } from '@aws-sdk/client-rds'
