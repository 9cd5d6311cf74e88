/**
 * Synthetic findings in the shape that Security Hub's own controls have: consolidated control findings, one resource
 * each. No real account, resource or person is in them.
 */
import { type Control, controls } from './controls.js'
import { createRandom, digits, hex, type Random } from './random.js'

/** A finding as JSON has it. */
export type RawFinding = Readonly<Record<string, unknown>>

export const regions = [
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
  'ca-central-1',
  'sa-east-1',
  'eu-west-1',
  'eu-west-2',
  'eu-central-1',
  'eu-north-1',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'ap-northeast-1',
  'ap-northeast-2',
] as const
export const environments = ['prod', 'Prod', 'staging', 'test', 'dev', 'sandbox'] as const
export const teams = [
  'payments',
  'search',
  'identity',
  'billing',
  'data-lake',
  'data-science',
  'web-shop',
  'web-content',
  'mobile',
  'platform',
  'network',
  'security',
  'logistics',
  'support',
  'partner-api',
  'research',
] as const
const parts = [
  'api',
  'events',
  'archive',
  'cache',
  'ledger',
  'images',
  'reports',
  'queue',
  'index',
  'export',
  'audit',
  'sync',
] as const
const applications = ['checkout', 'catalogue', 'ledger', 'mailer', 'portal', 'tracker', 'crawler', 'gateway'] as const

/** `count` findings, each as one line of JSON; the same texts for the same seed. */
export function makeFindings(seed: number, count: number): readonly string[] {
  const random = createRandom(seed, 'findings')
  const accounts = Array.from({ length: 500 }, () => `${1 + random.below(9)}${random.text(11, digits)}`)
  return Array.from({ length: count }, () => JSON.stringify(makeFinding(random, accounts)))
}

function makeFinding(random: Random, accounts: readonly string[]): RawFinding {
  const control = random.pick(controls)
  const account = random.pick(accounts)
  const region = random.pick(regions)
  const team = random.pick(teams)
  const environment = random.pick(environments)
  const name = `${team}-${environment.toLowerCase()}-${random.pick(parts)}-${random.text(2, digits)}`
  const { kind } = control
  const place = { account, region, name }
  const resource = kind.id(place)
  const id = `arn:aws:securityhub:${region}:${account}:security-control/${control.id}/finding/${uuid(random)}`
  const product = `arn:aws:securityhub:${region}::product/aws/securityhub`
  const types = ['Software and Configuration Checks/Industry and Regulatory Standards']
  const day = `2026-0${1 + random.below(6)}-${10 + random.below(18)}`
  const seen = (hour: number) =>
    `${day}T${10 + hour}:${10 + random.below(49)}:${10 + random.below(49)}.${100 + random.below(899)}Z`
  const created = seen(0)
  const updated = seen(4)
  return {
    SchemaVersion: '2018-10-08',
    Id: id,
    ProductArn: product,
    ProductName: 'Security Hub',
    CompanyName: 'AWS',
    Region: region,
    GeneratorId: `security-control/${control.id}`,
    AwsAccountId: account,
    Types: types,
    FirstObservedAt: created,
    LastObservedAt: seen(5),
    CreatedAt: created,
    UpdatedAt: updated,
    Severity: severity(control),
    ...(random.chance(0.4) ? { Criticality: random.below(101) } : {}),
    Title: control.title,
    Description: description(control),
    Remediation: {
      Recommendation: {
        Text: 'For information on how to correct this issue, consult the AWS Security Hub controls documentation.',
        Url: `https://docs.aws.amazon.com/console/securityhub/${control.id}/remediation`,
      },
    },
    ProductFields: {
      'RelatedAWSResources:0/name': `securityhub-${control.id.toLowerCase().replace('.', '-')}-${random.text(8, hex)}`,
      'RelatedAWSResources:0/type': 'AWS::Config::ConfigRule',
      'aws/securityhub/ProductName': 'Security Hub',
      'aws/securityhub/CompanyName': 'AWS',
      'Resources:0/Id': resource,
      'aws/securityhub/FindingId': `${product}/${id}`,
    },
    Resources: [
      {
        Type: kind.type,
        Id: resource,
        Partition: 'aws',
        Region: region,
        Tags: tags(random, team, environment),
        Details: { [kind.type]: kind.details(place, random) },
      },
    ],
    Compliance: {
      Status: random.chance(0.95) ? 'FAILED' : 'WARNING',
      RelatedRequirements: requirements(control, random),
      SecurityControlId: control.id,
      AssociatedStandards: control.standards.map((standard) => ({ StandardsId: `standards/${standard}` })),
    },
    WorkflowState: 'NEW',
    Workflow: { Status: random.chance(0.9) ? 'NEW' : 'NOTIFIED' },
    RecordState: 'ACTIVE',
    FindingProviderFields: { Severity: provided(control), Types: types },
    ProcessedAt: updated,
    AwsAccountName: `${team}-${environment.toLowerCase()}`,
  }
}

function tags(random: Random, team: string, environment: string): Readonly<Record<string, string>> {
  return {
    Environment: environment,
    Team: team,
    CostCenter: `cc-${1000 + random.below(40) * 25}`,
    Application: `${random.pick(applications)}-${random.text(2, digits)}`,
    ...(random.chance(0.7) ? { ManagedBy: random.pick(['terraform', 'Terraform', 'cloudformation', 'cdk']) } : {}),
    ...(random.chance(0.6) ? { DataClass: random.pick(['public', 'internal', 'confidential', 'restricted']) } : {}),
    ...(random.chance(0.5) ? { Owner: `${team}-oncall@example.com` } : {}),
    'aws:cloudformation:stack-name': `${team}-${random.pick(parts)}-stack`,
  }
}

const scores: Readonly<Record<string, number>> = { CRITICAL: 90, HIGH: 70, MEDIUM: 40, LOW: 1, INFORMATIONAL: 0 }

const provided = ({ severity: label }: Control) => ({ Label: label, Original: label })

function severity(control: Control) {
  return { ...provided(control), Normalized: scores[control.severity] ?? 0 }
}

function description({ title, kind }: Control): string {
  const what = kind.config.split('::').join(' ').replace('AWS ', '')
  const claim = title.charAt(0).toLowerCase() + title.slice(1)
  return `This control checks for every ${what} whether ${claim}. The control fails if the configuration of the resource does not satisfy this requirement, or if the value of a custom parameter that you provide is not satisfied.`
}

const families = [
  'AC-2',
  'AC-3',
  'AC-4',
  'AC-6',
  'AU-10',
  'AU-12',
  'AU-6(3)',
  'CA-7',
  'CA-9(1)',
  'CM-2',
  'CM-3(6)',
  'CP-10',
  'IA-5(1)',
  'SC-13',
  'SC-23',
  'SC-28(1)',
  'SC-5(2)',
  'SC-7(10)',
  'SI-12',
  'SI-3(8)',
  'SI-7(6)',
]

function requirements({ standards }: Control, random: Random): readonly string[] {
  const nist = random.sample(families, 9 + random.below(9)).map((family) => `NIST.800-53.r5 ${family}`)
  const others = standards
    .filter((name) => name.startsWith('pci'))
    .map((name) => `PCI DSS v${name.slice(-5)}/${1 + random.below(11)}.2.1`)
  return [...nist, ...others]
}

function uuid(random: Random): string {
  return [8, 4, 4, 4, 12].map((length) => random.text(length, hex)).join('-')
}
