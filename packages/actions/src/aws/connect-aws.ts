/**
 * The real AWS as a port: credentials by the SDK's default chain or by AssumeRole, their identity checked.
 *
 * The account is always the target's: the role's ARN is made from it, and GetCallerIdentity must then name the
 * same account and partition, or nothing is called.
 */
import { type AwsCredentials, type AwsPort, type AwsSession, type AwsTarget, RedressError } from '@redress/engine'
import { keptCredentials } from './kept-credentials.js'
import { openSession, timeouts } from './session.js'

export interface AwsOptions {
  /** Role to assume in the target account; `${account}` and `${region}` in the name are filled in. */
  readonly role?: { readonly name: string; readonly externalId?: string; readonly sessionName?: string }
  /** Takes the place of every service's own address; the SDK's own variable `AWS_ENDPOINT_URL` does too. */
  readonly endpoint?: string
  /** Region for STS before any target is known. */
  readonly region?: string
  /** Credentials that Redress itself runs with; the SDK's default chain when not given. */
  readonly credentials?: () => Promise<AwsCredentials>
}

export function connectAws(options: AwsOptions = {}): AwsPort {
  const endpoint = options.endpoint ?? process.env['AWS_ENDPOINT_URL'] ?? null
  const sessions = new Map<string, Promise<AwsSession>>()

  function session(target: AwsTarget, access: 'read' | 'write'): Promise<AwsSession> {
    const key = [target.partition, target.account, target.region, access].join('/')
    const known = sessions.get(key)
    if (known !== undefined) return known
    const opened = open(target, access)
    sessions.set(key, opened)
    opened.catch(() => sessions.delete(key))
    return opened
  }

  async function open(target: AwsTarget, access: 'read' | 'write'): Promise<AwsSession> {
    const credentials = await credentialsFor(target)
    const identity = await whoIs(credentials, target.region)
    if (identity.account !== target.account || identity.partition !== target.partition) {
      throw new RedressError(
        'aws.identity',
        `the credentials are of account \`${identity.account}\` (${identity.partition}), the target is in \`${target.account}\` (${target.partition})`,
        { hint: 'set `roles.remediation` in redress.yaml to a role that can be assumed in the target account' },
      )
    }
    return openSession({ target, access, credentials, endpoint })
  }

  async function base(): Promise<() => Promise<AwsCredentials>> {
    if (options.credentials !== undefined) return options.credentials
    const { fromNodeProviderChain } = await import('@aws-sdk/credential-providers')
    return fromNodeProviderChain()
  }

  async function credentialsFor(target: AwsTarget): Promise<() => Promise<AwsCredentials>> {
    const { role } = options
    const own = await base()
    if (role === undefined) return own
    const { fromTemporaryCredentials } = await import('@aws-sdk/credential-providers')
    const name = role.name.replaceAll('${account}', target.account).replaceAll('${region}', target.region)
    const provider = fromTemporaryCredentials({
      masterCredentials: own,
      params: {
        RoleArn: `arn:${target.partition}:iam::${target.account}:role/${name}`,
        RoleSessionName: role.sessionName ?? 'redress',
        ...(role.externalId === undefined ? {} : { ExternalId: role.externalId }),
      },
      clientConfig: { region: target.region, requestHandler: timeouts, ...(endpoint === null ? {} : { endpoint }) },
    })
    return keptCredentials(() => provider())
  }

  async function whoIs(credentials: () => Promise<AwsCredentials>, region: string) {
    const { STSClient, GetCallerIdentityCommand } = await import('@aws-sdk/client-sts')
    const sts = openSession({
      target: { account: '', partition: '', region },
      access: 'read',
      credentials,
      endpoint,
    }).client(STSClient)
    const { Account, Arn } = await sts.send(new GetCallerIdentityCommand({})).catch(withoutCredentials)
    return { account: Account ?? '', partition: Arn?.split(':')[1] ?? '' }
  }

  return {
    reading: (target) => session(target, 'read'),
    writing: (target, _receipt) => session(target, 'write'),
    async home() {
      const region = options.region ?? process.env['AWS_REGION'] ?? process.env['AWS_DEFAULT_REGION']
      if (region === undefined) {
        throw new RedressError('aws.failed', 'no Region is set for Redress itself: set AWS_REGION')
      }
      return whoIs(await base(), region)
    },
  }
}

/** The SDK says that no provider had credentials; a person wants to know what to do. */
function withoutCredentials(error: unknown): never {
  if (error instanceof Error && error.name === 'CredentialsProviderError') {
    const message = 'there are no credentials for AWS: set AWS_PROFILE, or sign in with the AWS CLI'
    throw new RedressError('aws.identity', message, { cause: error })
  }
  throw error
}
