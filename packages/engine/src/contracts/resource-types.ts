/**
 * Types of resources in one spelling: that of AWS Config and CloudFormation (`AWS::EC2::SecurityGroup`).
 *
 * ASFF says `AwsEc2SecurityGroup`, OCSF mostly the other form, Security Lake either. Where Config and
 * CloudFormation disagree, Config's name stands, because Security Hub's controls use it (`AWS::ACM::Certificate`,
 * `AWS::OpenSearch::Domain`); CloudFormation's is read as the same type.
 */
import { remember } from './remember.js'

/** The canonical spelling of a type; one that is not known is returned as it stands. */
export const canonicalResourceType: (spelling: string) => string = remember((spelling) => {
  const known = others.get(spelling)
  if (known !== undefined) return known
  const [, service, rest] = servicePattern.exec(spelling) ?? []
  return service === undefined || rest === undefined ? spelling : `AWS::${services.get(service)}::${rest}`
})

/** Service as ASFF writes it → as CloudFormation does; what follows is then spelt alike, but for `exceptions`. */
const services: ReadonlyMap<string, string> = new Map([
  ['AmazonMq', 'AmazonMQ'],
  ['ApiGatewayV2', 'ApiGatewayV2'],
  ['ApiGateway', 'ApiGateway'],
  ['AppSync', 'AppSync'],
  ['Athena', 'Athena'],
  ['AutoScaling', 'AutoScaling'],
  ['Backup', 'Backup'],
  ['CertificateManager', 'ACM'],
  ['CloudFormation', 'CloudFormation'],
  ['CloudFront', 'CloudFront'],
  ['CloudTrail', 'CloudTrail'],
  ['CloudWatch', 'CloudWatch'],
  ['CodeBuild', 'CodeBuild'],
  ['Dms', 'DMS'],
  ['DynamoDb', 'DynamoDB'],
  ['Ec2', 'EC2'],
  ['Ecr', 'ECR'],
  ['Ecs', 'ECS'],
  ['Efs', 'EFS'],
  ['Eks', 'EKS'],
  ['ElasticBeanstalk', 'ElasticBeanstalk'],
  ['Elasticsearch', 'Elasticsearch'],
  ['Elbv2', 'ElasticLoadBalancingV2'],
  ['Elb', 'ElasticLoadBalancing'],
  ['EventSchemas', 'EventSchemas'],
  ['Events', 'Events'],
  ['GuardDuty', 'GuardDuty'],
  ['Iam', 'IAM'],
  ['Kinesis', 'Kinesis'],
  ['Kms', 'KMS'],
  ['Lambda', 'Lambda'],
  ['Msk', 'MSK'],
  ['NetworkFirewall', 'NetworkFirewall'],
  ['OpenSearchService', 'OpenSearch'],
  ['Rds', 'RDS'],
  ['Redshift', 'Redshift'],
  ['Route53', 'Route53'],
  ['S3', 'S3'],
  ['SageMaker', 'SageMaker'],
  ['SecretsManager', 'SecretsManager'],
  ['Sns', 'SNS'],
  ['Sqs', 'SQS'],
  ['Ssm', 'SSM'],
  ['StepFunction', 'StepFunctions'],
  ['WafRegional', 'WAFRegional'],
  ['Wafv2', 'WAFv2'],
  ['Waf', 'WAF'],
  ['Xray', 'XRay'],
])

const servicePattern = new RegExp(`^Aws(${[...services.keys()].join('|')})([A-Z][A-Za-z0-9]*)$`)

/** Where the mechanical rule would spell the second part wrongly, and where two spellings mean one type. */
const others: ReadonlyMap<string, string> = new Map([
  ['AwsAccount', 'AWS::::Account'],
  ['AwsAppSyncGraphQlApi', 'AWS::AppSync::GraphQLApi'],
  ['AwsEc2Eip', 'AWS::EC2::EIP'],
  ['AwsEc2Vpc', 'AWS::EC2::VPC'],
  ['AwsEc2VpcEndpoint', 'AWS::EC2::VPCEndpoint'],
  ['AwsEc2VpcEndpointService', 'AWS::EC2::VPCEndpointService'],
  ['AwsEc2VpcPeeringConnection', 'AWS::EC2::VPCPeeringConnection'],
  ['AwsEc2VpnConnection', 'AWS::EC2::VPNConnection'],
  ['AwsEventsEventbus', 'AWS::Events::EventBus'],
  ['AwsRdsDbCluster', 'AWS::RDS::DBCluster'],
  ['AwsRdsDbClusterSnapshot', 'AWS::RDS::DBClusterSnapshot'],
  ['AwsRdsDbInstance', 'AWS::RDS::DBInstance'],
  ['AwsRdsDbProxy', 'AWS::RDS::DBProxy'],
  ['AwsRdsDbSecurityGroup', 'AWS::RDS::DBSecurityGroup'],
  ['AwsRdsDbSnapshot', 'AWS::RDS::DBSnapshot'],
  ['AwsRdsDbSubnetGroup', 'AWS::RDS::DBSubnetGroup'],
  ['AwsS3AccountPublicAccessBlock', 'AWS::S3::AccountPublicAccessBlock'],
  ['AwsWafRegionalWebAcl', 'AWS::WAFRegional::WebACL'],
  ['AwsWafWebAcl', 'AWS::WAF::WebACL'],
  ['AwsWafv2WebAcl', 'AWS::WAFv2::WebACL'],
  ['AWS::CertificateManager::Certificate', 'AWS::ACM::Certificate'],
  ['AWS::IAM::ManagedPolicy', 'AWS::IAM::Policy'],
  ['AWS::OpenSearchService::Domain', 'AWS::OpenSearch::Domain'],
  ['AWS::Account', 'AWS::::Account'],
])
