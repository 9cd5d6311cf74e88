/**
 * `defineFake`: one service of the in-process AWS. It keeps state and answers the real SDK client's operations.
 *
 * A fake holds the part of a service that actions reach, with AWS's own error codes. Its state is JSON, so that
 * a world can be written in YAML, saved, and compared before and after.
 */
import type { JsonObject } from '@redress/engine'
import type { MetadataBearer } from '@smithy/types'

/** Output of an SDK operation without its metadata. */
export type Output<Whole extends MetadataBearer> = Omit<Whole, '$metadata'>

export interface FakeContext<State> {
  readonly state: State
  readonly account: string
  readonly region: string
  readonly partition: string
  /** Milliseconds since 1970; a world's own clock. */
  readonly now: number
  /** A number that is new at each call, for ids. */
  nextId(): number
  /** State of the same service in another account, for names that all accounts share; `null` if it has none. */
  elsewhere(): readonly { readonly account: string; readonly state: State }[]
  /** State of another service here: a fake reads it where AWS does too (an alarm names a topic). */
  other(key: string): JsonObject
}

export interface FakeDefinition<State extends object> {
  /** Name in a world: `ec2`. */
  readonly key: string
  /** The SDK's service id: `EC2`. */
  readonly service: string
  /** First part of its IAM actions: `ec2`. */
  readonly prefix: string
  /** Where state lives: per Region, or per account for IAM and S3. */
  readonly scope: 'region' | 'account'
  /** State of an account, or Region, that a world says nothing about. */
  initial(): State
  /** IAM actions of operations whose name differs (`GetPublicAccessBlock` → `s3:GetBucketPublicAccessBlock`). */
  readonly permissions?: { readonly [operation: string]: readonly string[] }
  /** By the operation’s name: `GetPublicAccessBlock`. */
  readonly operations: { readonly [operation: string]: Operation<State> }
}

/** Declared as a method, so that each operation may name its own input type. */
type Operation<State> = {
  handle(input: object, context: FakeContext<State>): object | undefined | Promise<object | undefined>
}['handle']

/** A fake with the type of its state forgotten; it only ever sees state that its own `initial` shaped. */
export interface Fake extends Omit<FakeDefinition<object>, 'operations'> {
  readonly operations: object
  /** Answers one call of the SDK. */
  answer(operation: string, input: object, context: FakeContext<object>): Promise<object | undefined>
}

interface Erased {
  readonly operations: { readonly [operation: string]: Operation<object> }
}

export function defineFake<State extends object>(fake: FakeDefinition<State>): Fake {
  const { operations }: Erased = fake
  return { ...fake, answer: async (operation, input, context) => operations[operation]?.(input, context) }
}

/**
 * An error as the SDK throws it for AWS's answer: `name` is the code, `$metadata` has the HTTP status.
 */
export function awsError(code: string, message: string, status = 400): Error {
  return Object.assign(new Error(message), {
    name: code,
    $fault: status >= 500 ? 'server' : 'client',
    $metadata: { httpStatusCode: status, attempts: 1 },
  })
}
