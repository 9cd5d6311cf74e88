/**
 * The identifier that AWS calls want, worked out of a resource id: the bucket of `arn:aws:s3:::b`, the user of
 * `user/team/alice`.
 *
 * A name goes straight into a call that changes something, so nothing is guessed: the ARN must be of the service
 * and kind that the type says, and an id of an unknown shape has no name. Where calls want the ARN itself (a load
 * balancer, a topic) the name is what people call the resource, and the id serves the call.
 */
import { remember } from '../contracts/remember.js'
import type { Arn, ParsedArn } from './arn.js'
import type { Parsed } from './reader.js'

/** The name of a resource of a canonical type; `reason` when the id contradicts the type. */
export function resourceName(type: string | null, id: string, parsed: ParsedArn): Parsed<string> {
  if (parsed.kind === 'malformed') return { reason: `is a malformed ARN: it ${parsed.reason}` }
  if (type === 'AWS::::Account') return accountName(id, parsed)
  if (parsed.kind === 'other') return bareName(type, id)
  const service = type === null ? null : servicesOf(type)
  if (service !== null && !service.includes(parsed.arn.service)) {
    return { reason: `is an ARN of \`${parsed.arn.service}\` and not of the type \`${type}\`` }
  }
  const shape = type === null ? undefined : shapes.get(type)
  if (shape === undefined) return nameOfOnePart(parsed.arn)
  const [, name] = shape.exec(parsed.arn.resource) ?? []
  return name === undefined ? { reason: `is not an ARN of the type \`${type}\`` } : { value: name }
}

/** `AWS::::Account:<id>`, the id alone, or the ARN of the root user. */
function accountName(id: string, parsed: ParsedArn): Parsed<string> {
  if (parsed.kind === 'arn' && parsed.arn.service === 'iam' && parsed.arn.resource === 'root') {
    return parsed.arn.account === '' ? null : { value: parsed.arn.account }
  }
  const [, account] = /^(?:AWS::::Account:)?([0-9]{12})$/.exec(id) ?? []
  return account === undefined ? { reason: 'does not name an account' } : { value: account }
}

/** Ids that are no ARNs: `i-0123`, a bucket, `AWS::IAM::AccessKey:AKIA…`; for objects only `bucket/key`. */
function bareName(type: string | null, id: string): Parsed<string> {
  if (type === null || !type.startsWith('AWS::')) return null
  const bare = id.startsWith(`${type}:`) ? id.slice(type.length + 1) : id
  if (type === 'AWS::S3::Object') return /^[a-z0-9.-]{3,63}\/[^\p{Cc}]+$/u.test(bare) ? { value: bare } : null
  return /^[A-Za-z0-9_][\w+=,.@-]*$/.test(bare) ? { value: bare } : null
}

/** `kind/name` and `kind:name`, or a name alone; with more parts nobody can tell which of them is meant. */
function nameOfOnePart({ resource }: Arn): Parsed<string> {
  const [, name] = /^(?:[^/:]+[/:])?([^/:]+)$/.exec(resource) ?? []
  return name === undefined ? null : { value: name }
}

/** What the resource part of an ARN looks like, where one part after the kind is not the whole story. */
const shapes: ReadonlyMap<string, RegExp> = new Map([
  ['AWS::ApiGateway::RestApi', /^\/restapis\/([^/]+)$/],
  ['AWS::ApiGateway::Stage', /^\/restapis\/[^/]+\/stages\/([^/]+)$/],
  ['AWS::ApiGatewayV2::Api', /^\/apis\/([^/]+)$/],
  ['AWS::ApiGatewayV2::Stage', /^\/apis\/[^/]+\/stages\/([^/]+)$/],
  ['AWS::AutoScaling::AutoScalingGroup', /^autoScalingGroup:[^:]*:autoScalingGroupName\/(.+)$/],
  ['AWS::AutoScaling::LaunchConfiguration', /^launchConfiguration:[^:]*:launchConfigurationName\/(.+)$/],
  ['AWS::CloudFormation::Stack', /^stack\/([^/]+)(?:\/[^/]+)?$/],
  ['AWS::CloudFront::Distribution', /^distribution\/([^/]+)$/],
  ['AWS::CloudTrail::Trail', /^trail\/([^/]+)$/],
  ['AWS::CloudWatch::Alarm', /^alarm:(.+)$/],
  ['AWS::DynamoDB::Table', /^table\/([^/]+)$/],
  ['AWS::EC2::Instance', /^instance\/([^/]+)$/],
  ['AWS::EC2::SecurityGroup', /^security-group\/([^/]+)$/],
  ['AWS::EC2::Snapshot', /^snapshot\/([^/]+)$/],
  ['AWS::EC2::Subnet', /^subnet\/([^/]+)$/],
  ['AWS::EC2::Volume', /^volume\/([^/]+)$/],
  ['AWS::EC2::VPC', /^vpc\/([^/]+)$/],
  ['AWS::ECR::Repository', /^repository\/(.+)$/],
  ['AWS::ECS::Cluster', /^cluster\/([^/]+)$/],
  ['AWS::ECS::Service', /^service\/(?:[^/]+\/)?([^/]+)$/],
  ['AWS::ECS::TaskDefinition', /^task-definition\/([^/]+)$/],
  ['AWS::EFS::FileSystem', /^file-system\/([^/]+)$/],
  ['AWS::EKS::Cluster', /^cluster\/([^/]+)$/],
  ['AWS::EKS::Nodegroup', /^nodegroup\/[^/]+\/([^/]+)\/[^/]+$/],
  ['AWS::ElasticBeanstalk::Environment', /^environment\/[^/]+\/([^/]+)$/],
  ['AWS::ElastiCache::CacheCluster', /^cluster:([^:]+)$/],
  ['AWS::ElastiCache::ReplicationGroup', /^replicationgroup:([^:]+)$/],
  ['AWS::ElasticLoadBalancing::LoadBalancer', /^loadbalancer\/([^/]+)$/],
  ['AWS::ElasticLoadBalancingV2::LoadBalancer', /^loadbalancer\/(?:app|net|gwy)\/([^/]+)\/[^/]+$/],
  ['AWS::ElasticLoadBalancingV2::TargetGroup', /^targetgroup\/([^/]+)\/[^/]+$/],
  ['AWS::Elasticsearch::Domain', /^domain\/([^/]+)$/],
  ['AWS::GuardDuty::Detector', /^detector\/([^/]+)$/],
  ['AWS::IAM::AccessKey', /^access-key\/([^/]+)$/],
  ['AWS::IAM::Group', /^group\/(?:.*\/)?([^/]+)$/],
  ['AWS::IAM::Policy', /^policy\/(?:.*\/)?([^/]+)$/],
  ['AWS::IAM::Role', /^role\/(?:.*\/)?([^/]+)$/],
  ['AWS::IAM::ServerCertificate', /^server-certificate\/(?:.*\/)?([^/]+)$/],
  ['AWS::IAM::User', /^user\/(?:.*\/)?([^/]+)$/],
  ['AWS::KMS::Key', /^key\/([^/]+)$/],
  ['AWS::Lambda::Function', /^function:([^:]+)(?::[^:]+)?$/],
  ['AWS::Logs::LogGroup', /^log-group:([^:]+)(?::\*)?$/],
  ['AWS::MSK::Cluster', /^cluster\/([^/]+)\/[^/]+$/],
  ['AWS::OpenSearch::Domain', /^domain\/([^/]+)$/],
  ['AWS::RDS::DBCluster', /^cluster:([^:]+)$/],
  ['AWS::RDS::DBClusterSnapshot', /^cluster-snapshot:(.+)$/],
  ['AWS::RDS::DBInstance', /^db:([^:]+)$/],
  ['AWS::RDS::DBSnapshot', /^snapshot:(.+)$/],
  ['AWS::RDS::EventSubscription', /^es:([^:]+)$/],
  ['AWS::Redshift::Cluster', /^cluster:([^:]+)$/],
  ['AWS::RedshiftServerless::Namespace', /^namespace-by-name\/([^/]+)$/],
  ['AWS::RedshiftServerless::Workgroup', /^workgroup-by-name\/([^/]+)$/],
  ['AWS::S3::AccessPoint', /^accesspoint\/([^/]+)$/],
  ['AWS::S3::Bucket', /^([^/:]+)$/],
  ['AWS::S3::Object', /^([^/:]+\/.+)$/],
  ['AWS::SecretsManager::Secret', /^secret:(.+?)(?:-[A-Za-z0-9]{6})?$/],
  ['AWS::SNS::Topic', /^([^/:]+)$/],
  ['AWS::SQS::Queue', /^([^/:]+)$/],
  ['AWS::SSM::Document', /^document\/([^/]+)$/],
  ['AWS::WAFv2::RuleGroup', /^(?:regional|global)\/rulegroup\/([^/]+)\/[^/]+$/],
  ['AWS::WAFv2::WebACL', /^(?:regional|global)\/webacl\/([^/]+)\/[^/]+$/],
])

/** Service names in ARNs that a type may stand with; `null` for what is no AWS type. */
const servicesOf: (type: string) => readonly string[] | null = remember((type) => {
  const [, service] = /^AWS::([A-Za-z0-9]+)::/.exec(type) ?? []
  return service === undefined ? null : (arnServices.get(service) ?? [service.toLowerCase()])
})

/** Services whose ARNs name them otherwise than their types do. */
const arnServices: ReadonlyMap<string, readonly string[]> = new Map([
  ['AccessAnalyzer', ['access-analyzer']],
  ['ACMPCA', ['acm-pca']],
  ['AmazonMQ', ['mq']],
  ['ApiGatewayV2', ['apigateway']],
  ['BedrockAgentCore', ['bedrock-agentcore']],
  ['CodeGuruProfiler', ['codeguru-profiler']],
  ['CodeGuruReviewer', ['codeguru-reviewer']],
  ['Cognito', ['cognito-idp', 'cognito-identity']],
  ['CustomerProfiles', ['profile']],
  ['EFS', ['elasticfilesystem']],
  ['Elasticsearch', ['es']],
  ['ElasticLoadBalancingV2', ['elasticloadbalancing']],
  ['EMR', ['elasticmapreduce']],
  ['EventSchemas', ['schemas']],
  ['KinesisFirehose', ['firehose']],
  ['MSK', ['kafka']],
  ['NetworkFirewall', ['network-firewall']],
  ['OpenSearch', ['es', 'opensearch']],
  ['RedshiftServerless', ['redshift-serverless']],
  ['S3', ['s3', 's3express']],
  ['S3Express', ['s3express']],
  ['SSM', ['ssm', 'ec2']],
  ['StepFunctions', ['states']],
  ['WAFRegional', ['waf-regional']],
])
