import { describe, expect, it } from 'vitest'
import { parseArn } from './arn.js'
import { resourceName } from './resource-name.js'

const regional = (service: string, resource: string) => `arn:aws:${service}:eu-west-1:123456789012:${resource}`
const name = (type: string | null, id: string) => resourceName(type, id, parseArn(id))

describe('the name of a resource', () => {
  it.each([
    ['AWS::EC2::SecurityGroup', regional('ec2', 'security-group/sg-0123'), 'sg-0123'],
    ['AWS::EC2::NetworkAcl', regional('ec2', 'network-acl/acl-0123'), 'acl-0123'],
    ['AWS::S3::Bucket', 'arn:aws:s3:::logs', 'logs'],
    ['AWS::S3::Object', 'arn:aws:s3:::logs/2026/a b.txt', 'logs/2026/a b.txt'],
    ['AWS::S3::Object', 'logs/a.txt', 'logs/a.txt'],
    ['AWS::IAM::User', 'arn:aws:iam::123456789012:user/team/red/alice', 'alice'],
    ['AWS::IAM::Role', 'arn:aws:iam::123456789012:role/deploy', 'deploy'],
    ['AWS::IAM::Policy', 'arn:aws:iam::aws:policy/job-function/Billing', 'Billing'],
    ['AWS::IAM::AccessKey', 'AWS::IAM::AccessKey:AKIAIOSFODNN7EXAMPLE', 'AKIAIOSFODNN7EXAMPLE'],
    ['AWS::IAM::AccessKey', 'AKIAIOSFODNN7EXAMPLE', 'AKIAIOSFODNN7EXAMPLE'],
    ['AWS::GuardDuty::Detector', regional('guardduty', 'detector/0a1b'), '0a1b'],
    ['AWS::RDS::DBInstance', regional('rds', 'db:mydb'), 'mydb'],
    ['AWS::RDS::DBSnapshot', regional('rds', 'snapshot:rds:mydb-2026'), 'rds:mydb-2026'],
    ['AWS::KMS::Key', regional('kms', 'key/1abc-2de3'), '1abc-2de3'],
    ['AWS::CloudTrail::Trail', regional('cloudtrail', 'trail/main'), 'main'],
    ['AWS::Lambda::Function', regional('lambda', 'function:resize'), 'resize'],
    ['AWS::Lambda::Function', regional('lambda', 'function:resize:7'), 'resize'],
    ['AWS::Logs::LogGroup', regional('logs', 'log-group:/aws/lambda/resize:*'), '/aws/lambda/resize'],
    ['AWS::ElasticLoadBalancing::LoadBalancer', regional('elasticloadbalancing', 'loadbalancer/web'), 'web'],
    ['AWS::ElasticLoadBalancingV2::LoadBalancer', regional('elasticloadbalancing', 'loadbalancer/app/web/0a1b'), 'web'],
    [
      'AWS::AutoScaling::AutoScalingGroup',
      regional('autoscaling', 'autoScalingGroup:0a-1b:autoScalingGroupName/web'),
      'web',
    ],
    ['AWS::ApiGateway::Stage', 'arn:aws:apigateway:eu-west-1::/restapis/abc/stages/v1', 'v1'],
    ['AWS::SecretsManager::Secret', regional('secretsmanager', 'secret:db/password-a1B2c3'), 'db/password'],
    ['AWS::MSK::Cluster', regional('kafka', 'cluster/events/0a-1b'), 'events'],
    ['AWS::OpenSearch::Domain', regional('es', 'domain/search'), 'search'],
    ['AWS::::Account', 'AWS::::Account:123456789012', '123456789012'],
    ['AWS::::Account', '123456789012', '123456789012'],
    ['AWS::::Account', 'arn:aws:iam::123456789012:root', '123456789012'],
    ['Other', regional('eks', 'cluster/prod'), 'prod'],
    ['AWS::EC2::Instance', 'i-0123', 'i-0123'],
  ])('of type %s with id %s is %s', (type, id, value) => expect(name(type, id)).toEqual({ value }))

  it.each([
    ['AWS::ECR::ContainerImage', regional('ecr', 'repository/app/sha256:0a1b')],
    ['AWS::RedshiftServerless::Unknown', regional('redshift-serverless', 'a/b/c')],
    ['AWS::S3::Object', 'key-without-bucket'],
    ['AWS::EC2::Instance', 'an instance'],
    ['AWS::IAM::User', 'AWS::::Account:123456789012'],
    ['Container', 'golang:1.12 (alpine)'],
    [null, 'x'],
  ])('of type %s with id %s is not known', (type, id) => expect(name(type, id)).toBeNull())

  it.each([
    ['AWS::IAM::Role', 'arn:aws:iam::123456789012:user/alice', 'is not an ARN of the type `AWS::IAM::Role`'],
    ['AWS::RDS::DBInstance', regional('rds', 'cluster:mydb'), 'is not an ARN of the type `AWS::RDS::DBInstance`'],
    ['AWS::S3::Bucket', 'arn:aws:s3:::logs/key', 'is not an ARN of the type `AWS::S3::Bucket`'],
    ['AWS::S3::Bucket', regional('sns', 'logs'), 'is an ARN of `sns` and not of the type `AWS::S3::Bucket`'],
    ['AWS::EC2::Volume', 'arn:aws:ec2:x:123456789012:volume/v', 'is a malformed ARN: it names no Region'],
    ['AWS::::Account', 'AWS::::Account:1234', 'does not name an account'],
    ['AWS::::Account', regional('ec2', 'vpc/vpc-0'), 'does not name an account'],
  ])('of type %s with id %s contradicts itself', (type, id, reason) => expect(name(type, id)).toEqual({ reason }))
})
