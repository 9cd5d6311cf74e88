/**
 * A session: checked credentials for one account and Region, and the SDK clients made with them.
 *
 * Reads are retried by the SDK; writes are sent once, because a retry after a lost answer acts twice. Timeouts
 * are explicit and throw: the SDK has none by default, and `requestTimeout` alone only logs.
 */
import type { AwsCredentials, AwsSession, AwsTarget, ClientSettings } from '@redress/engine'
import { onCall, onRequest, serviceOf } from './middleware.js'
import { allowOnlyReads } from './read-only.js'

/** In milliseconds; without `throwOnRequestTimeout` the SDK only logs. */
export const timeouts = { connectionTimeout: 1_000, requestTimeout: 5_000, throwOnRequestTimeout: true } as const

export interface SessionOptions {
  readonly target: AwsTarget
  readonly access: 'read' | 'write'
  readonly credentials: () => Promise<AwsCredentials>
  /** Takes the place of every service's own address. */
  readonly endpoint: string | null
  /** Called with every new client, last. */
  readonly prepare?: (client: object) => void
}

export function openSession(options: SessionOptions): AwsSession {
  const { target, access, endpoint } = options
  const clients = new Map<unknown, object>()
  const settings: ClientSettings = {
    region: target.region,
    maxAttempts: access === 'read' ? 5 : 1,
    credentials: options.credentials,
    requestHandler: timeouts,
    ...(endpoint === null ? {} : { endpoint }),
  }

  function make<C extends object>(Client: new (settings: ClientSettings) => C): C {
    const client = new Client(settings)
    if (access === 'read') allowOnlyReads(client)
    if (serviceOf(client) === 'S3') expectBucketOwner(client, target.account)
    if (endpoint !== null) sendTo(client, new URL(endpoint))
    options.prepare?.(client)
    return client
  }

  return {
    ...target,
    client(Client) {
      const known = clients.get(Client)
      if (known instanceof Client) return known
      const client = make(Client)
      clients.set(Client, client)
      return client
    },
  }
}

/** S3 ARNs carry no account, so every call says whose bucket it means; S3 answers 403 when it is another's. */
function expectBucketOwner(client: object, account: string): void {
  onCall(client, 'expectedBucketOwner', (input, _operation, next) => {
    if (!('Bucket' in input)) return next(input)
    const source = 'CopySource' in input ? { ExpectedSourceBucketOwner: account } : {}
    return next({ ...input, ...source, ExpectedBucketOwner: account })
  })
}

/** Some services put the account before the host name; with an endpoint of one's own that leads nowhere. */
function sendTo(client: object, url: URL): void {
  onRequest(client, 'endpoint', (request) => {
    Object.assign(request, { hostname: url.hostname })
  })
}
