/** Adds a middleware to an SDK v3 client of any service, with the operation's name at hand. */
import type { HandlerExecutionContext, MetadataBearer, MiddlewareStack } from '@smithy/types'

export interface Operation {
  /** Without `Command`: `GetPublicAccessBlock`. */
  readonly name: string
  /** The SDK's service id: `EC2`, `S3 Control`. */
  readonly service: string
}

/** What an operation answers: its response without its HTTP form. */
export interface Answer {
  readonly response: unknown
  readonly output: MetadataBearer
}

interface Client {
  readonly middlewareStack: MiddlewareStack<object, MetadataBearer>
  readonly config: { readonly serviceId: string }
}

function isClient(value: object): value is Client {
  return 'middlewareStack' in value && 'config' in value
}

function asClient(value: object): Client {
  if (!isClient(value)) throw new TypeError('not a client of the AWS SDK v3')
  return value
}

/** The SDK's service id of a client: `EC2`, `S3 Control`. */
export function serviceOf(client: object): string {
  return asClient(client).config.serviceId
}

/** Runs `handle` for every call, before the input is made into a request; not calling `next` answers in its place. */
export function onCall(
  client: object,
  name: string,
  handle: (input: object, operation: Operation, next: (input: object) => Promise<Answer>) => Promise<Answer>,
): void {
  const { middlewareStack, config } = asClient(client)
  middlewareStack.add(
    (next, context) => (args) =>
      handle(args.input, operationOf(config.serviceId, context), (input) => next({ ...args, input })),
    { name, step: 'initialize', priority: 'high' },
  )
}

/** Runs `change` on every HTTP request before it is signed. */
export function onRequest(client: object, name: string, change: (request: object) => void): void {
  asClient(client).middlewareStack.add(
    (next) => (args) => {
      if (typeof args.request === 'object' && args.request !== null) change(args.request)
      return next(args)
    },
    { name, step: 'build' },
  )
}

function operationOf(service: string, context: HandlerExecutionContext): Operation {
  return { service, name: String(context.commandName ?? '').replace(/Command$/, '') }
}
