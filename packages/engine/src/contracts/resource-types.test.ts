import { describe, expect, it } from 'vitest'
import { canonicalResourceType } from './resource-types.js'

describe('the type of a resource', () => {
  it.each([
    ['AwsEc2SecurityGroup', 'AWS::EC2::SecurityGroup'],
    ['AwsEc2Vpc', 'AWS::EC2::VPC'],
    ['AwsEc2VPCBlockPublicAccessOptions', 'AWS::EC2::VPCBlockPublicAccessOptions'],
    ['AwsElbLoadBalancer', 'AWS::ElasticLoadBalancing::LoadBalancer'],
    ['AwsElbv2LoadBalancer', 'AWS::ElasticLoadBalancingV2::LoadBalancer'],
    ['AwsApiGatewayStage', 'AWS::ApiGateway::Stage'],
    ['AwsApiGatewayV2Stage', 'AWS::ApiGatewayV2::Stage'],
    ['AwsRdsDbClusterSnapshot', 'AWS::RDS::DBClusterSnapshot'],
    ['AwsRdsEventSubscription', 'AWS::RDS::EventSubscription'],
    ['AwsWafRegionalWebAcl', 'AWS::WAFRegional::WebACL'],
    ['AwsWafRegionalRuleGroup', 'AWS::WAFRegional::RuleGroup'],
    ['AwsStepFunctionStateMachine', 'AWS::StepFunctions::StateMachine'],
    ['AwsAccount', 'AWS::::Account'],
    ['AwsOpenSearchServiceDomain', 'AWS::OpenSearch::Domain'],
    ['AWS::OpenSearchService::Domain', 'AWS::OpenSearch::Domain'],
    ['AWS::CertificateManager::Certificate', 'AWS::ACM::Certificate'],
    ['AwsCertificateManagerCertificate', 'AWS::ACM::Certificate'],
  ])('%s is %s, and that stays as it is', (spelling, type) => {
    expect(canonicalResourceType(spelling)).toBe(type)
    expect(canonicalResourceType(type)).toBe(type)
  })

  it.each(['Other', 'Container', 'AwsEks', 'AwsNewServiceThing', 'AWS::S3::Bucket', 'AzureVm', 'constructor'])(
    '%s is not changed',
    (type) => expect(canonicalResourceType(type)).toBe(type),
  )
})
