/**
 * Everything that the engine needs from outside. Each port has an in-memory form for tests and browsers.
 *
 * The engine never reads a clock, a random number, the environment or a network by itself.
 */

import type { FindingRef } from './finding.js'
import type { IntentReceipt } from './journal.js'
import type { Json } from './json.js'
import type { Change } from './plan.js'

/** Settings that every AWS SDK v3 client constructor accepts; see the SDK's `ClientDefaults`. */
export interface ClientSettings {
  readonly region: string
  readonly maxAttempts: number
  /** Asked again when what it gave has expired. */
  readonly credentials: () => Promise<AwsCredentials>
  readonly requestHandler: {
    readonly connectionTimeout: number
    readonly requestTimeout: number
    readonly throwOnRequestTimeout: boolean
  }
  readonly endpoint?: string
}

/** Credentials as the SDK’s providers give them. */
export interface AwsCredentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
  readonly expiration?: Date
}

/** Where a call goes. */
export interface AwsTarget {
  readonly account: string
  readonly region: string
  readonly partition: string
}

/** Credentials for one account and Region whose identity was checked; hands out SDK clients, one of each kind. */
export interface AwsSession extends AwsTarget {
  /** The client of this class for this account and Region; made once and kept. */
  client<C extends object>(Client: new (settings: ClientSettings) => C): C
}

/**
 * Access to AWS. `reading` sessions reject every call that may change something, in the client itself;
 * `writing` wants the receipt that the journal gives for a durable intent, so no write can precede its record.
 * Both reject with code `aws.identity` when the credentials belong to another account or partition.
 */
export interface AwsPort {
  /** A session that can only read. */
  reading(target: AwsTarget): Promise<AwsSession>
  /** A session that may write, once the intent is durable. */
  writing(target: AwsTarget, receipt: IntentReceipt): Promise<AwsSession>
  /** Account and partition of the credentials that Redress itself was started with; where it sends messages from. */
  home(): Promise<{ readonly account: string; readonly partition: string }>
}

/** Time. `now` is milliseconds since 1970; tests hand in one whose `sleep` returns at once. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Resolves after that time. */
  sleep(milliseconds: number): Promise<void>
}

/** Makes run ids; tests hand in a counter. */
export interface Ids {
  /** A new id, unique in the journal. */
  next(): string
}

/** Emergency stop, read before every write. A rejection counts as stopped. */
export interface KillSwitch {
  /** Whether writing must stop now. */
  isStopped(): Promise<boolean>
}

/** Approvals of exact changes, asked by the change's key. A rejection counts as not approved. */
export interface Approvals {
  /** Whether this exact change was approved. */
  isApproved(change: Change): Promise<boolean>
}

/**
 * Security Hub as the source of findings. An event can be forged or stale, so what acts on one is first fetched again,
 * and only that copy is used.
 */
export interface FindingSource {
  /**
   * The raw bodies in the order asked; `null` for a finding that Security Hub does not have.
   * Rejects where it cannot be asked.
   */
  fetch(findings: readonly FindingRef[], hub: AwsTarget): Promise<readonly (Json | null)[]>
}
