/**
 * One account of moto for one case: SDK clients in it, and the `redress` command run against it.
 *
 * Everything goes over HTTP to moto; the command is the built one, in a process of its own.
 */
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts'

export const region = 'eu-west-1'
const command = resolve(import.meta.dirname, '../../packages/cli/dist/bin.js')
const home = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'moto' }

export async function openAccount(endpoint, account) {
  const sts = new STSClient({ region, endpoint, credentials: home })
  const { Credentials } = await sts.send(
    new AssumeRoleCommand({ RoleArn: `arn:aws:iam::${account}:role/RedressRemediation`, RoleSessionName: 'prove' }),
  )
  const credentials = {
    accessKeyId: Credentials.AccessKeyId,
    secretAccessKey: Credentials.SecretAccessKey,
    sessionToken: Credentials.SessionToken,
  }
  const folder = await mkdtemp(join(tmpdir(), 'redress-moto-'))
  await mkdir(join(folder, 'rules'))
  return {
    account,
    folder,
    endpoint,
    client: (Client, settings = {}) => new Client({ region, endpoint, credentials, maxAttempts: 1, ...settings }),
    write: (name, text) =>
      writeFile(join(folder, name), typeof text === 'string' ? text : JSON.stringify(text, null, 2)),
    read: async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')),
    redress: (...args) => redress(endpoint, folder, args),
  }
}

/** Runs the command and returns its exit code, its JSON and what it said on stderr. */
function redress(endpoint, folder, args) {
  const env = {
    ...process.env,
    AWS_ACCESS_KEY_ID: home.accessKeyId,
    AWS_SECRET_ACCESS_KEY: home.secretAccessKey,
    AWS_REGION: region,
    AWS_ENDPOINT_URL: endpoint,
  }
  return new Promise((done) => {
    execFile(
      process.execPath,
      [command, ...args, '--project', folder, '--json'],
      { env, maxBuffer: 64 << 20 },
      (error, stdout, stderr) => {
        let json = null
        try {
          json = JSON.parse(stdout)
        } catch {
          // The command failed before it had an answer; `stderr` says why.
        }
        done({ code: error?.code ?? 0, json, stderr, stdout })
      },
    )
  })
}

/** A control finding as Security Hub sends it. */
export function findingOf(account, { control, type, id, standard = null, extra = {} }) {
  const generator = standard ?? `security-control/${control}`
  return {
    SchemaVersion: '2018-10-08',
    Id: `arn:aws:securityhub:${region}:${account}:security-control/${control}/finding/3b1f0a52-7b1e-4c55-9e0e-${account}`,
    ProductArn: `arn:aws:securityhub:${region}::product/aws/securityhub`,
    ProductName: 'Security Hub',
    CompanyName: 'AWS',
    Region: region,
    GeneratorId: generator,
    AwsAccountId: account,
    Types: ['Software and Configuration Checks/Industry and Regulatory Standards'],
    FirstObservedAt: '2026-11-01T00:00:00.000Z',
    LastObservedAt: '2026-11-20T00:00:00.000Z',
    CreatedAt: '2026-11-01T00:00:00.000Z',
    UpdatedAt: '2026-11-20T00:00:00.000Z',
    Severity: { Label: 'HIGH', Normalized: 70, Original: 'HIGH' },
    Title: control,
    Description: 'A synthetic finding.',
    Resources: [{ Type: type, Id: id, Partition: 'aws', Region: region }],
    Compliance: {
      Status: 'FAILED',
      SecurityControlId: control,
      AssociatedStandards: [{ StandardsId: 'standards/aws-foundational-security-best-practices/v/1.0.0' }],
    },
    Workflow: { Status: 'NEW' },
    WorkflowState: 'NEW',
    RecordState: 'ACTIVE',
    ...extra,
  }
}

/** A project that may change this account, with these rules. */
export async function writeProject({ account, write }, rules, more = '') {
  await write(
    'redress.yaml',
    `apiVersion: redress/v1
kind: Project
mode: apply
scope:
  accounts: ["${account}"]
  regions: [${region}, us-east-1]
roles:
  remediation: { name: RedressRemediation, externalId: prove, sessionName: prove }
${more}`,
  )
  await write(
    'rules/prove.yaml',
    `# JSON is YAML\n${JSON.stringify({ apiVersion: 'redress/v1', kind: 'Rules', rules }, null, 2)}\n`,
  )
}
