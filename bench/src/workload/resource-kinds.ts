/**
 * Kinds of resources that the synthetic findings are about: how CloudFormation and ASFF spell the type, what an id looks
 * like, and what ASFF tells about one.
 */
import { hex, type Random } from './random.js'

export interface Place {
  readonly account: string
  readonly region: string
  readonly name: string
}

export interface ResourceKind {
  /** As the control list spells it. */
  readonly config: string
  /** As ASFF spells it. */
  readonly type: string
  /** For most types an ARN. */
  id(place: Place): string
  details(place: Place, random: Random): Readonly<Record<string, unknown>>
}

/** Type in the control list, type in ASFF, id. */
const rows = `
AWS::S3::Bucket AwsS3Bucket arn:aws:s3:::<name>
AWS::RDS::DBInstance AwsRdsDbInstance arn:aws:rds:<region>:<account>:db:<name>
AWS::RDS::DBCluster AwsRdsDbCluster arn:aws:rds:<region>:<account>:cluster:<name>
AWS::RDS::EventSubscription AwsRdsEventSubscription arn:aws:rds:<region>:<account>:es:<name>
AWS::CloudFront::Distribution AwsCloudFrontDistribution arn:aws:cloudfront::<account>:distribution/<name>
AWS::OpenSearch::Domain AwsOpenSearchServiceDomain arn:aws:es:<region>:<account>:domain/<name>
AWS::Elasticsearch::Domain AwsElasticsearchDomain arn:aws:es:<region>:<account>:domain/<name>
AWS::Redshift::Cluster AwsRedshiftCluster arn:aws:redshift:<region>:<account>:cluster:<name>
AWS::EC2::Volume AwsEc2Volume arn:aws:ec2:<region>:<account>:volume/<name>
AWS::EC2::Instance AwsEc2Instance arn:aws:ec2:<region>:<account>:instance/<name>
AWS::EC2::VPC AwsEc2Vpc arn:aws:ec2:<region>:<account>:vpc/<name>
AWS::EC2::Subnet AwsEc2Subnet arn:aws:ec2:<region>:<account>:subnet/<name>
AWS::EC2::SecurityGroup AwsEc2SecurityGroup arn:aws:ec2:<region>:<account>:security-group/<name>
AWS::ECS::TaskDefinition AwsEcsTaskDefinition arn:aws:ecs:<region>:<account>:task-definition/<name>
AWS::ECS::Service AwsEcsService arn:aws:ecs:<region>:<account>:service/<name>
AWS::ElasticLoadBalancing::LoadBalancer AwsElbLoadBalancer arn:aws:elasticloadbalancing:<region>:<account>:loadbalancer/<name>
AWS::IAM::User AwsIamUser arn:aws:iam::<account>:user/<name>
AWS::IAM::Role AwsIamRole arn:aws:iam::<account>:role/<name>
AWS::IAM::Policy AwsIamPolicy arn:aws:iam::<account>:policy/<name>
AWS::DynamoDB::Table AwsDynamoDbTable arn:aws:dynamodb:<region>:<account>:table/<name>
AWS::Lambda::Function AwsLambdaFunction arn:aws:lambda:<region>:<account>:function:<name>
AWS::AutoScaling::LaunchConfiguration AwsAutoScalingLaunchConfiguration arn:aws:autoscaling:<region>:<account>:launchConfiguration:0f:launchConfigurationName/<name>
AWS::EFS::FileSystem AwsEfsFileSystem arn:aws:elasticfilesystem:<region>:<account>:file-system/<name>
AWS::SageMaker::NotebookInstance AwsSageMakerNotebookInstance arn:aws:sagemaker:<region>:<account>:notebook-instance/<name>
AWS::SecretsManager::Secret AwsSecretsManagerSecret arn:aws:secretsmanager:<region>:<account>:secret:<name>
AWS::CloudTrail::Trail AwsCloudTrailTrail arn:aws:cloudtrail:<region>:<account>:trail/<name>
AWS::CodeBuild::Project AwsCodeBuildProject arn:aws:codebuild:<region>:<account>:project/<name>
AWS::ECR::Repository AwsEcrRepository arn:aws:ecr:<region>:<account>:repository/<name>
AWS::EKS::Cluster AwsEksCluster arn:aws:eks:<region>:<account>:cluster/<name>
AWS::KMS::Key AwsKmsKey arn:aws:kms:<region>:<account>:key/<name>
AWS::SNS::Topic AwsSnsTopic arn:aws:sns:<region>:<account>:<name>
AWS::SQS::Queue AwsSqsQueue arn:aws:sqs:<region>:<account>:<name>
AWS::ACM::Certificate AwsCertificateManagerCertificate arn:aws:acm:<region>:<account>:certificate/<name>
AWS::Kinesis::Stream AwsKinesisStream arn:aws:kinesis:<region>:<account>:stream/<name>
AWS::CloudWatch::Alarm AwsCloudWatchAlarm arn:aws:cloudwatch:<region>:<account>:alarm:<name>
AWS::CloudFormation::Stack AwsCloudFormationStack arn:aws:cloudformation:<region>:<account>:stack/<name>
AWS::DMS::Endpoint AwsDmsEndpoint arn:aws:dms:<region>:<account>:endpoint:<name>
AWS::DMS::ReplicationInstance AwsDmsReplicationInstance arn:aws:dms:<region>:<account>:rep:<name>
AWS::AmazonMQ::Broker AwsAmazonMqBroker arn:aws:mq:<region>:<account>:broker:<name>
AWS::MSK::Cluster AwsMskCluster arn:aws:kafka:<region>:<account>:cluster/<name>/0f
AWS::GuardDuty::Detector AwsGuardDutyDetector arn:aws:guardduty:<region>:<account>:detector/<name>
AWS::ElasticBeanstalk::Environment AwsElasticBeanstalkEnvironment arn:aws:elasticbeanstalk:<region>:<account>:environment/app/<name>
AWS::ElastiCache::ReplicationGroup AWS::ElastiCache::ReplicationGroup arn:aws:elasticache:<region>:<account>:replicationgroup:<name>
AWS::NetworkFirewall::FirewallPolicy AwsNetworkFirewallFirewallPolicy arn:aws:network-firewall:<region>:<account>:firewall-policy/<name>
AWS::ElasticLoadBalancingV2::LoadBalancer AwsElbv2LoadBalancer arn:aws:elasticloadbalancing:<region>:<account>:loadbalancer/app/<name>/0f
AWS::AutoScaling::AutoScalingGroup AwsAutoScalingAutoScalingGroup arn:aws:autoscaling:<region>:<account>:autoScalingGroup:0f:autoScalingGroupName/<name>
AWS::RDS::DBClusterSnapshot AwsRdsDbClusterSnapshot arn:aws:rds:<region>:<account>:cluster-snapshot:<name>
AWS::Cognito::UserPool AWS::Cognito::UserPool arn:aws:cognito-idp:<region>:<account>:userpool/<name>
AWS::FSx::FileSystem AWS::FSx::FileSystem arn:aws:fsx:<region>:<account>:file-system/<name>
AWS::EC2::LaunchTemplate AwsEc2LaunchTemplate arn:aws:ec2:<region>:<account>:launch-template/<name>
AWS::EC2::NetworkAcl AwsEc2NetworkAcl arn:aws:ec2:<region>:<account>:network-acl/<name>
AWS::EC2::NetworkInterface AwsEc2NetworkInterface arn:aws:ec2:<region>:<account>:network-interface/<name>
AWS::Athena::WorkGroup AwsAthenaWorkGroup arn:aws:athena:<region>:<account>:workgroup/<name>
AWS::AppSync::GraphQLApi AwsAppSyncGraphQlApi arn:aws:appsync:<region>:<account>:apis/<name>
AWS::EFS::AccessPoint AwsEfsAccessPoint arn:aws:elasticfilesystem:<region>:<account>:access-point/<name>
AWS::ElastiCache::CacheCluster AWS::ElastiCache::CacheCluster arn:aws:elasticache:<region>:<account>:cluster:<name>
AWS::SageMaker::Model AWS::SageMaker::Model arn:aws:sagemaker:<region>:<account>:model/<name>
AWS::::Account AwsAccount AWS::::Account:<account>
`

export const resourceKinds: readonly ResourceKind[] = rows
  .trim()
  .split('\n')
  .map((row): ResourceKind => {
    const [config = '', type = '', id = ''] = row.split(' ')
    return {
      config,
      type,
      id: ({ account, region, name }) =>
        id.replace('<region>', region).replace('<account>', account).replace('<name>', name),
      details: (place, random) => (special[type] ?? usualDetails)(place, random),
    }
  })

type Details = ResourceKind['details']

const network = ({ account }: Place, random: Random) => ({
  VpcId: `vpc-0${random.text(16, hex)}`,
  SubnetId: `subnet-0${random.text(16, hex)}`,
  OwnerId: account,
})

function securityGroup(place: Place, random: Random) {
  return {
    GroupName: place.name,
    GroupId: `sg-0${random.text(16, hex)}`,
    OwnerId: place.account,
    VpcId: `vpc-0${random.text(16, hex)}`,
    IpPermissions: [443, 22, 5432].slice(0, 1 + random.below(3)).map((port) => ({
      IpProtocol: 'tcp',
      FromPort: port,
      ToPort: port,
      IpRanges: [{ CidrIp: `192.0.2.${random.below(16) * 16}/28` }],
    })),
    IpPermissionsEgress: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
  }
}

function database({ name }: Place, random: Random) {
  return {
    DBInstanceIdentifier: name,
    Engine: random.pick(['postgres', 'mysql', 'aurora-postgresql']),
    EngineVersion: `${12 + random.below(5)}.${random.below(9)}`,
    DBInstanceClass: random.pick(['db.t4g.medium', 'db.r6g.large', 'db.r6g.xlarge']),
    MultiAZ: random.chance(0.5),
    StorageEncrypted: random.chance(0.7),
    PubliclyAccessible: random.chance(0.1),
    DeletionProtection: random.chance(0.5),
    BackupRetentionPeriod: random.below(36),
    VpcSecurityGroups: [{ VpcSecurityGroupId: `sg-0${random.text(16, hex)}`, Status: 'active' }],
  }
}

function lambda({ name, region, account }: Place, random: Random) {
  return {
    FunctionName: name,
    Runtime: random.pick(['nodejs20.x', 'python3.12', 'java21']),
    Handler: 'index.handler',
    MemorySize: 128 * (1 + random.below(16)),
    Timeout: 3 + random.below(60),
    Role: `arn:aws:iam::${account}:role/${name}`,
    CodeSha256: `${random.text(43, hex)}=`,
    Environment: { Variables: { STAGE: 'live', TABLE: `arn:aws:dynamodb:${region}:${account}:table/${name}` } },
  }
}

function usualDetails(place: Place, random: Random): ReturnType<Details> {
  return {
    Name: place.name,
    Status: random.pick(['ACTIVE', 'AVAILABLE', 'UPDATING']),
    Encrypted: random.chance(0.6),
    KmsKeyId: `arn:aws:kms:${place.region}:${place.account}:key/${random.text(8, hex)}-${random.text(4, hex)}-${random.text(12, hex)}`,
    SecurityGroups: [`sg-0${random.text(16, hex)}`, `sg-0${random.text(16, hex)}`],
    AvailabilityZones: [`${place.region}a`, `${place.region}b`],
    LogGroup: `/aws/${place.name}/${random.text(8, hex)}`,
    CreatedAt: `2025-0${1 + random.below(9)}-1${random.below(9)}T0${random.below(9)}:1${random.below(9)}:00.000Z`,
    ...network(place, random),
  }
}

const special: Readonly<Record<string, Details>> = {
  AwsRdsDbInstance: database,
  AwsRdsDbCluster: database,
  AwsEc2SecurityGroup: securityGroup,
  AwsLambdaFunction: lambda,
}
