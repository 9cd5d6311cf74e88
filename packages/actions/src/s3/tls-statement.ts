/**
 * The statement of a bucket policy that denies requests without TLS: finding an equivalent one, and adding ours.
 *
 * A statement is equivalent only if it denies everyone everything on the bucket and its objects, on no further
 * condition. One more condition key narrows a Deny, so such a statement does not count.
 */
import { isJsonObject, type Json, type JsonObject, own } from '@redress/engine'

const sid = 'RedressRequireTls'

/** True if the policy (`null`: none) denies every request without TLS already. */
export function requiresTls(policy: JsonObject | null, bucketArn: string): boolean {
  return statements(policy).some((statement) => deniesWithoutTls(statement, bucketArn))
}

/** The policy with the statement at its end; everything else stays as it is. */
export function withTlsStatement(policy: JsonObject | null, bucketArn: string): JsonObject {
  const kept = statements(policy)
  const added = {
    Sid: freeSid(kept),
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: [bucketArn, `${bucketArn}/*`],
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  }
  return { ...(policy ?? { Version: '2012-10-17' }), Statement: [...kept, added] }
}

function statements(policy: JsonObject | null): readonly Json[] {
  const statement = own(policy, 'Statement')
  return statement === undefined ? [] : list(statement)
}

/** IAM's grammar allows one value wherever it allows a list. */
function list(value: Json): readonly Json[] {
  return Array.isArray(value) ? value : [value]
}

function values(statement: Json, member: string): readonly Json[] {
  const value = own(statement, member)
  return value === undefined ? [] : list(value)
}

function deniesWithoutTls(statement: Json, bucketArn: string): boolean {
  const actions = values(statement, 'Action')
  const resources = values(statement, 'Resource')
  const covers = (arn: string) => resources.some((resource) => resource === '*' || resource === arn)
  return (
    own(statement, 'Effect') === 'Deny' &&
    isEveryone(own(statement, 'Principal')) &&
    actions.some((action) => action === '*' || (typeof action === 'string' && action.toLowerCase() === 's3:*')) &&
    (resources.includes(`${bucketArn}*`) || (covers(bucketArn) && covers(`${bucketArn}/*`))) &&
    isPlainHttp(own(statement, 'Condition'))
  )
}

function isEveryone(principal: Json | undefined): boolean {
  return principal === '*' || list(own(principal, 'AWS') ?? null).includes('*')
}

/** Exactly `Bool` on `aws:SecureTransport` being false; condition keys are not case-sensitive. */
function isPlainHttp(condition: Json | undefined): boolean {
  if (!isJsonObject(condition) || Object.keys(condition).join() !== 'Bool') return false
  const tests = Object.entries(isJsonObject(condition['Bool']) ? condition['Bool'] : {})
  const [key, value] = tests[0] ?? ['', null]
  return (
    tests.length === 1 &&
    key.toLowerCase() === 'aws:securetransport' &&
    list(value).length === 1 &&
    list(value).every((wanted) => String(wanted).toLowerCase() === 'false')
  )
}

/** Sids are unique in a policy, and somebody may have edited ours. */
function freeSid(kept: readonly Json[]): string {
  const taken = new Set(kept.map((statement) => own(statement, 'Sid')))
  let name = sid
  for (let count = 2; taken.has(name); count++) name = `${sid}${count}`
  return name
}
