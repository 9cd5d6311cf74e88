/**
 * The demo's findings and the world that they speak of: a few accounts and Regions, several products, ASFF and OCSF,
 * and what real life adds: findings that are fixed already, excepted, forged, malformed, or about what is gone.
 */
const accounts = { shop: '111122223333', lab: '222233334444', live: '333344445555' }
const [home, second] = ['eu-west-1', 'us-east-1']
const now = Date.now()
const time = (days) => new Date(now - days * 86_400_000).toISOString()
const titles = {
  'EC2.2': 'VPC default security groups should not allow inbound or outbound traffic',
  'EC2.7': 'EBS default encryption should be enabled',
  'EC2.8': 'EC2 instances should use Instance Metadata Service Version 2 (IMDSv2)',
  'EC2.13': 'Security groups should not allow ingress from 0.0.0.0/0 or ::/0 to port 22',
  'EC2.14': 'Security groups should not allow ingress from 0.0.0.0/0 or ::/0 to port 3389',
  'S3.1': 'S3 general purpose buckets should have block public access settings enabled',
  'S3.5': 'S3 general purpose buckets should require requests to use SSL',
  'S3.8': 'S3 general purpose buckets should block public access',
  'IAM.3': "IAM users' access keys should be rotated every 90 days or less",
  'IAM.9': 'MFA should be enabled for the root user',
  'IAM.15': 'Ensure IAM password policy requires minimum password length of 14 or greater',
  'KMS.4': 'AWS KMS key rotation should be enabled',
  'CloudTrail.4': 'CloudTrail log file validation should be enabled',
  'RDS.2': 'RDS DB instances should prohibit public access, as determined by the PubliclyAccessible configuration',
}
let serial = 0
const uuid = () => `00000000-0000-4000-8000-${String(++serial).padStart(12, '0')}`

/** A control finding in ASFF, as Security Hub CSPM sends it. */
export function asff(control, account, region, resource, more = {}) {
  const id = `arn:aws:securityhub:${region}:${account}:security-control/${control}/finding/${uuid()}`
  return {
    SchemaVersion: '2018-10-08',
    Id: id,
    ProductArn: `arn:aws:securityhub:${region}::product/aws/securityhub`,
    ProductName: 'Security Hub CSPM',
    CompanyName: 'AWS',
    Region: region,
    GeneratorId: `security-control/${control}`,
    AwsAccountId: account,
    Types: ['Software and Configuration Checks/Industry and Regulatory Standards'],
    FirstObservedAt: time(9),
    LastObservedAt: time(0.1),
    CreatedAt: time(9),
    UpdatedAt: time(0.1),
    Severity: { Label: 'HIGH', Normalized: 70, Original: 'HIGH' },
    Title: titles[control],
    Description: titles[control],
    Resources: [{ Partition: 'aws', Region: region, ...resource }],
    Compliance: {
      Status: 'FAILED',
      SecurityControlId: control,
      AssociatedStandards: [{ StandardsId: 'standards/aws-foundational-security-best-practices/v/1.0.0' }],
    },
    Workflow: { Status: 'NEW' },
    RecordState: 'ACTIVE',
    ...more,
  }
}

/** The same in OCSF, as Security Hub V2 sends it. */
export function ocsf(control, account, region, resource, more = {}) {
  const uid = `arn:aws:securityhub:${region}:${account}:security-control/${control}/finding/${uuid()}`
  return {
    activity_id: 1,
    activity_name: 'Create',
    category_uid: 2,
    class_uid: 2003,
    class_name: 'Compliance Finding',
    type_uid: 200301,
    cloud: { account: { uid: account }, provider: 'AWS', region },
    compliance: {
      control,
      status: 'Fail',
      status_id: 3,
      standards: ['standards/aws-foundational-security-best-practices/v/1.0.0'],
    },
    finding_info: {
      uid,
      title: titles[control],
      types: ['Posture Management'],
      created_time_dt: time(9),
      first_seen_time_dt: time(9),
      modified_time_dt: time(0.1),
    },
    metadata: {
      uid: `${uuid().replaceAll('-', '')}${'0'.repeat(32)}`,
      version: '1.6.0',
      product: {
        name: 'Security Hub',
        vendor_name: 'AWS',
        uid: `arn:aws:securityhub:${region}::productv2/aws/securityhub`,
      },
    },
    resources: [{ cloud_partition: 'aws', region, owner: { account: { uid: account } }, ...resource }],
    severity: 'High',
    severity_id: 4,
    status: 'New',
    status_id: 1,
    time: Date.parse(time(0.1)),
    time_dt: time(0.1),
    ...more,
  }
}

const bucket = (name, tags) => ({ Type: 'AwsS3Bucket', Id: `arn:aws:s3:::${name}`, ...(tags && { Tags: tags }) })
const bucketV2 = (name) => ({ type: 'AWS::S3::Bucket', uid: name, uid_alt: `arn:aws:s3:::${name}`, name })
const group = (account, region, id, tags) => ({
  Type: 'AwsEc2SecurityGroup',
  Id: `arn:aws:ec2:${region}:${account}:security-group/${id}`,
  ...(tags && { Tags: tags }),
})
const accountAs = (account) => ({ Type: 'AwsAccount', Id: `AWS::::Account:${account}` })
const of = (service, type, account, region, tail) => ({
  Type: type,
  Id: `arn:aws:${service}:${region}:${account}:${tail}`,
})

/** A finding of another product. */
function product(name, account, region, resource, more) {
  return asff('S3.8', account, region, resource, {
    Id: `arn:aws:${name}:${region}:${account}:finding/${uuid()}`,
    ProductArn: `arn:aws:securityhub:${region}::product/aws/${name}`,
    GeneratorId: `aws/${name}`,
    Compliance: undefined,
    ...more,
  })
}

const all = [accounts.shop, accounts.lab, accounts.live]
const open = { protocol: 'tcp', cidrIpv4: '0.0.0.0/0' }
const ssh = { ...open, fromPort: 22, toPort: 22, description: 'quick test' }
const rdp = { ...open, fromPort: 3389, toPort: 3389 }
const office = { ...ssh, cidrIpv4: '192.0.2.0/24', description: 'office' }
const allOn = { BlockPublicAcls: true, IgnorePublicAcls: true, BlockPublicPolicy: true, RestrictPublicBuckets: true }

/** Everything of the demo: findings by kind, and the state of the in-process AWS. */
export function makeDemo() {
  const asffFindings = []
  const ocsfFindings = []
  const world = {
    123456789012: { [home]: { sns: { topics: { secops: { subscriptions: ['email:secops@example.com'] } } } } },
  }
  const place = (account, region) => {
    world[account] ??= {}
    world[account][region] ??= {
      ec2: { securityGroups: {}, instances: {} },
      kms: { keys: {} },
      cloudtrail: { trails: {} },
      rds: { instances: {} },
      securityhub: { findings: [] },
    }
    return world[account][region]
  }
  const shared = (account) => {
    world[account] ??= {}
    world[account].global ??= { s3: { buckets: {} }, iam: { users: {}, passwordPolicy: null } }
    return world[account].global
  }

  for (const account of all) {
    for (const region of [home, second]) {
      const id = `sg-0de${account.slice(0, 3)}${region === home ? 'a' : 'b'}default00`
      const fixed = account === accounts.lab && region === second
      place(account, region).ec2.securityGroups[id] = {
        name: 'default',
        rules: fixed
          ? []
          : [
              { ...ssh, cidrIpv4: '10.0.0.0/8', description: 'left over' },
              { direction: 'egress', protocol: '-1', cidrIpv4: '0.0.0.0/0' },
            ],
      }
      asffFindings.push(asff('EC2.2', account, region, group(account, region, id)))
      asffFindings.push(
        asff('EC2.7', account, region, accountAs(account), { Severity: { Label: 'MEDIUM', Normalized: 40 } }),
      )
    }
    const web = `sg-0web${account.slice(0, 3)}aaaaaaaaaa`
    place(account, home).ec2.securityGroups[web] = {
      name: 'web',
      rules: [ssh, office, { ...ssh, cidrIpv4: undefined, cidrIpv6: '::/0' }, { ...open, fromPort: 443, toPort: 443 }],
    }
    asffFindings.push(
      asff('EC2.13', account, home, group(account, home, web), { Severity: { Label: 'HIGH', Normalized: 70 } }),
    )

    place(account, home).kms.keys['11111111-2222-4333-8444-555555555555'] = { rotationEnabled: false }
    ocsfFindings.push(
      ocsf('KMS.4', account, home, {
        type: 'AWS::KMS::Key',
        uid: '11111111-2222-4333-8444-555555555555',
        uid_alt: `arn:aws:kms:${home}:${account}:key/11111111-2222-4333-8444-555555555555`,
      }),
    )

    asffFindings.push(
      asff('IAM.9', account, second, accountAs(account), { Severity: { Label: 'CRITICAL', Normalized: 90 } }),
    )
    asffFindings.push(
      asff('IAM.15', account, second, accountAs(account), { Severity: { Label: 'MEDIUM', Normalized: 40 } }),
    )
    shared(account).iam.passwordPolicy = {
      MinimumPasswordLength: account === accounts.live ? 16 : 8,
      RequireSymbols: true,
    }

    for (const name of ['invoices', 'exports']) {
      shared(account).s3.buckets[`example-${name}-${account}`] = {}
      ocsfFindings.push(ocsf('S3.8', account, home, bucketV2(`example-${name}-${account}`)))
    }
    shared(account).s3.buckets[`example-logs-${account}`] = {
      policy: {
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'Delivery',
            Effect: 'Allow',
            Principal: { Service: 'delivery.logs.amazonaws.com' },
            Action: 's3:PutObject',
            Resource: `arn:aws:s3:::example-logs-${account}/*`,
          },
        ],
      },
      publicAccessBlock: allOn,
    }
    asffFindings.push(
      asff('S3.5', account, home, bucket(`example-logs-${account}`), { Severity: { Label: 'MEDIUM', Normalized: 40 } }),
    )
    asffFindings.push(
      asff('S3.1', account, home, accountAs(account), { Severity: { Label: 'MEDIUM', Normalized: 40 } }),
    )

    for (const name of ['app', 'batch']) {
      const id = `i-0${name === 'app' ? 'a' : 'b'}${account}0000`
      place(account, home).ec2.instances[id] = {
        metadataOptions: { httpTokens: 'optional', httpEndpoint: 'enabled', hopLimit: 2, state: 'applied' },
      }
      asffFindings.push(asff('EC2.8', account, home, of('ec2', 'AwsEc2Instance', account, home, `instance/${id}`)))
    }
  }

  // Terraform looks after this one; the rule leaves it alone.
  place(accounts.lab, home).ec2.securityGroups['sg-0terraform0000001'] = { name: 'bastion', rules: [rdp] }
  asffFindings.push(
    asff(
      'EC2.14',
      accounts.lab,
      home,
      group(accounts.lab, home, 'sg-0terraform0000001', { 'managed-by': 'terraform' }),
    ),
  )
  place(accounts.shop, home).ec2.securityGroups['sg-0desktop000000001'] = {
    name: 'desktop',
    rules: [rdp, { ...rdp, cidrIpv4: '198.51.100.7/32', description: 'vendor' }],
  }
  asffFindings.push(asff('EC2.14', accounts.shop, home, group(accounts.shop, home, 'sg-0desktop000000001')))

  // Keys: one old, one young, of one user.
  shared(accounts.live).iam.users.reports = {
    accessKeys: {
      AKIAIOSFODNN7EXAMPL1: { status: 'Active', created: time(400) },
      AKIAIOSFODNN7EXAMPL2: { status: 'Active', created: time(5) },
    },
  }
  asffFindings.push(
    asff('IAM.3', accounts.live, second, {
      Type: 'AwsIamUser',
      Id: `arn:aws:iam::${accounts.live}:user/service/reports`,
      Region: second,
    }),
  )

  place(accounts.live, home).cloudtrail.trails.audit = {
    logFileValidation: false,
    multiRegion: true,
    bucket: 'example-audit',
  }
  asffFindings.push(
    asff(
      'CloudTrail.4',
      accounts.live,
      home,
      of('cloudtrail', 'AwsCloudTrailTrail', accounts.live, home, 'trail/audit'),
      { Severity: { Label: 'LOW', Normalized: 1 } },
    ),
  )
  place(accounts.shop, home).rds.instances.orders = { publiclyAccessible: true }
  asffFindings.push(
    asff('RDS.2', accounts.shop, home, of('rds', 'AwsRdsDbInstance', accounts.shop, home, 'db:orders'), {
      Severity: { Label: 'CRITICAL', Normalized: 90 },
    }),
  )

  // Excepted, tagged as a website, fixed already, gone.
  shared(accounts.live).s3.buckets[`example-downloads-${accounts.live}`] = {}
  asffFindings.push(asff('S3.8', accounts.live, home, bucket(`example-downloads-${accounts.live}`)))
  shared(accounts.shop).s3.buckets['example-website'] = {}
  asffFindings.push(asff('S3.8', accounts.shop, home, bucket('example-website', { 'public-website': 'yes' })))
  shared(accounts.shop).s3.buckets['example-fixed'] = { publicAccessBlock: allOn }
  asffFindings.push(asff('S3.8', accounts.shop, home, bucket('example-fixed')))
  asffFindings.push(asff('S3.8', accounts.lab, home, bucket('example-deleted-long-ago')))

  // Other products: GuardDuty, Macie, Inspector, a scanner that is not AWS's, and one that claims to be Security Hub.
  shared(accounts.lab).s3.buckets['example-scratch'] = {}
  asffFindings.push(
    product('guardduty', accounts.lab, home, bucket('example-scratch'), {
      Types: ['TTPs/Policy:S3-BucketBlockPublicAccessDisabled'],
      Title: 'Amazon S3 Block Public Access was disabled for the S3 bucket example-scratch.',
      GeneratorId: `arn:aws:guardduty:${home}:${accounts.lab}:detector/0abc`,
      Severity: { Label: 'LOW', Normalized: 1 },
    }),
  )
  for (const account of [accounts.shop, accounts.lab, accounts.live]) {
    asffFindings.push(
      product('inspector', account, home, of('ec2', 'AwsEc2Instance', account, home, `instance/i-0a${account}0000`), {
        Types: ['Software and Configuration Checks/Vulnerabilities/CVE'],
        Title: 'CVE-2026-0001 - openssl',
        GeneratorId: 'AWSInspector',
        Severity: { Label: 'MEDIUM', Normalized: 40 },
      }),
    )
  }
  const scanner = {
    ProductArn: `arn:aws:securityhub:${home}:${accounts.shop}:product/${accounts.shop}/default`,
    CompanyName: 'Example Scanner',
    ProductName: 'Example Scanner',
    GeneratorId: 'scan-7',
  }
  asffFindings.push(
    asff('S3.8', accounts.shop, home, bucket('example-website'), { ...scanner, Id: 'scan-7/example-website' }),
  )
  asffFindings.push(asff('EC2.2', accounts.shop, home, group(accounts.live, home, 'sg-0de333adefault00'), {}))

  // Not to be acted on: passed, suppressed by a person, archived.
  asffFindings.push(
    asff('S3.8', accounts.live, home, bucket(`example-invoices-${accounts.live}`), {
      Compliance: { Status: 'PASSED', SecurityControlId: 'S3.8' },
      Workflow: { Status: 'RESOLVED' },
    }),
  )
  asffFindings.push(
    asff('EC2.13', accounts.lab, home, group(accounts.lab, home, 'sg-0web222aaaaaaaaaa'), {
      Workflow: { Status: 'SUPPRESSED' },
    }),
  )
  asffFindings.push(
    asff('KMS.4', accounts.lab, home, of('kms', 'AwsKmsKey', accounts.lab, home, 'key/gone'), {
      RecordState: 'ARCHIVED',
    }),
  )

  // An exception that ended: what it suppressed comes back.
  const suppressed = asffFindings.find(
    (finding) => finding.Compliance?.SecurityControlId === 'EC2.8' && finding.AwsAccountId === accounts.live,
  )
  Object.assign(suppressed, {
    Workflow: { Status: 'SUPPRESSED' },
    Note: {
      Text: '[redress exception=legacy-fleet was=NEW until=2026-10-31] The fleet cannot speak IMDSv2 until its agent is replaced (platform-team, SEC-1301)',
      UpdatedBy: 'redress',
      UpdatedAt: time(30),
    },
  })

  for (const finding of asffFindings) place(finding.AwsAccountId, finding.Region).securityhub.findings.push(finding)
  for (const finding of ocsfFindings)
    place(finding.cloud.account.uid, finding.cloud.region).securityhub.findings.push(finding)
  return {
    asff: asffFindings,
    ocsf: ocsfFindings,
    malformed: [
      '{"SchemaVersion": "2018-10-08", "Id": ',
      '{"hello": "world"}',
      '{"SchemaVersion":"2018-10-08","Id":"x","Resources":"none"}',
    ],
    world,
  }
}
