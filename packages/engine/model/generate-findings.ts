/**
 * Random findings of both formats, as they come: raw JSON.
 *
 * Most members are sound and drawn from the pools; any may be absent, null, blank, of a wrong type or at odds with others.
 */
import fc, { type Arbitrary } from 'fast-check'
import {
  accounts,
  controls,
  oddTimes,
  products,
  requirements,
  resources,
  severities,
  standards,
  tagKeys,
  times,
  titles,
  types,
  words,
} from './pools.js'

const pick = <T>(values: readonly T[]): Arbitrary<T> => fc.constantFrom(...values)
const wrong = pick<unknown>([undefined, undefined, null, '', ' ', 5, true, {}, [], ['x'], [5], { toString: 1 }])
/** Sound for the most part. */
const mostly = (sound: Arbitrary<unknown>, weight = 40): Arbitrary<unknown> =>
  fc.oneof({ weight, arbitrary: sound }, { weight: 1, arbitrary: wrong })
/** Sound or not there. */
const maybe = (sound: Arbitrary<unknown>): Arbitrary<unknown> => mostly(fc.option(sound, { nil: undefined }))
const some = (arbitrary: Arbitrary<unknown>) => fc.array(arbitrary, { maxLength: 2 })
const record = (members: Record<string, Arbitrary<unknown>>) => fc.record(members)

/** The first for the most part. */
const either = <T>(often: Arbitrary<T>, seldom: Arbitrary<T>, weight = 6): Arbitrary<T> =>
  fc.oneof({ weight, arbitrary: often }, { weight: 1, arbitrary: seldom })

const account = either(pick<string>([accounts[0]]), pick<string>([...accounts, '1234']), 8)
const region = either(pick(['eu-west-1']), pick(['us-east-1', 'global', 'cn-north-1']))
const time = either(pick<unknown>(times), pick<unknown>([...oddTimes, 1_790_000_000, 1_790_000_000]), 12)
/** Mostly of Security Hub itself; else of others, some claiming what only AWS may. */
const productArn = fc
  .tuple(
    either(pick(['aws/securityhub']), pick(products), 3),
    either(
      pick(['aws:securityhub:eu-west-1']),
      pick(['aws-cn:securityhub:cn-north-1', 'aws-cn:securityhub:eu-west-1']),
    ),
    either(pick(['']), pick([accounts[0], 'x'])),
  )
  .map(
    ([product, home, owner]) =>
      `arn:${home}:${product.startsWith('1') ? product.split('/')[0] : owner}:product/${product}`,
  )
const tags = fc
  .array(fc.tuple(pick(tagKeys), mostly(pick(words))), { maxLength: 3 })
  .map((pairs): unknown => Object.fromEntries(pairs))
const tagList = fc.array(
  record({ name: pick(tagKeys), value: mostly(either(pick<unknown>(words), pick([undefined]))) }),
  { maxLength: 2 },
)
const details = record({
  Other: maybe(record({ ip: maybe(pick(words)) })),
  AwsEc2SecurityGroup: maybe(
    record({ Rules: maybe(some(record({ Port: maybe(pick<unknown>([22, 443, '22', true, {}])) }))) }),
  ),
})
/** Resources that may be of the same account and partition as most findings. */
const local = resources.filter(({ id }) => !/aws-cn|444455556666/.test(id))
/** An id with its type; at times one of another. */
const named = either(
  either(pick<{ readonly id: string; readonly type: string }>(local), pick(resources)),
  fc.tuple(pick(resources), pick(resources)).map(([{ id }, { type }]) => ({ id, type })),
  5,
)
const asffResource = fc
  .tuple(
    named,
    record({ Id: mostly(pick([true]), 200), Type: mostly(pick([true])) }),
    record({
      Region: maybe(region),
      Partition: maybe(either(pick(['aws']), pick(['aws-cn']), 10)),
      Owner: maybe(either(pick([undefined]), record({ Account: account }), 10)),
      Tags: maybe(either(tags, tagList, 20)),
      Details: maybe(details),
    }),
  )
  .map(([{ id, type }, { Id, Type }, rest]) => ({
    Id: Id === true ? id : Id,
    Type: Type === true ? type : Type,
    ...rest,
  }))

const asff = record({
  SchemaVersion: fc.constant('2018-10-08'),
  metadata: fc.option(record({ version: pick(['1.6.0', '1.5.0']) })),
  Id: mostly(pick(['finding/1', 'finding/2', 'arn:aws:securityhub:eu-west-1:111122223333:finding/3']), 60),
  ProductArn: mostly(productArn),
  CompanyName: maybe(pick(['AWS', 'Amazon'])),
  GeneratorId: mostly(
    pick([
      'security-control/EC2.2',
      'security-control/S3.8',
      'aws-foundational-security-best-practices/v/1.0.0/EC2.13',
      'arn:aws:securityhub:::ruleset/cis-aws-foundations-benchmark/v/1.2.0/rule/4.1',
      'cis-aws-foundations-benchmark/v/1.4.0/5.3',
      'aws/macie',
    ]),
  ),
  AwsAccountId: mostly(account),
  AwsAccountName: maybe(pick(words)),
  Region: maybe(region),
  Types: maybe(some(pick(types))),
  Title: mostly(pick(titles)),
  FirstObservedAt: maybe(time),
  LastObservedAt: maybe(time),
  CreatedAt: mostly(time),
  UpdatedAt: mostly(time),
  Severity: maybe(
    record({
      Label: maybe(pick([...severities, 'Severe'])),
      Normalized: maybe(pick<unknown>([0, 1, 39, 40, 69, 70, 89, 90, 100, 101, -1, '40'])),
      Original: maybe(pick<unknown>(['HIGH', 'LOW', 40, '2026-10-22T02:00:00Z'])),
    }),
  ),
  Confidence: maybe(pick<unknown>([0, 1, 40, 69.5, 70, 100, 101, '70'])),
  Criticality: maybe(pick<unknown>([0, 1, 40, 70, 100, -1])),
  Workflow: maybe(
    record({ Status: maybe(pick(['NEW', 'NEW', 'NEW', 'NOTIFIED', 'RESOLVED', 'SUPPRESSED', 'OPEN', 'OPEN'])) }),
  ),
  RecordState: maybe(pick(['ACTIVE', 'ACTIVE', 'ACTIVE', 'ACTIVE', 'ARCHIVED', 'GONE'])),
  VerificationState: maybe(pick(['TRUE_POSITIVE', 'UNKNOWN'])),
  ProductFields: fc.option(record({ owner: maybe(pick<unknown>([...words, 10, true])) })),
  Compliance: mostly(
    record({
      Status: maybe(pick(['FAILED', 'FAILED', 'FAILED', 'FAILED', 'PASSED', 'WARNING', 'NOT_AVAILABLE', 'INFOED'])),
      SecurityControlId: maybe(pick(controls)),
      AssociatedStandards: maybe(some(record({ StandardsId: mostly(pick(standards).map((id) => `standards/${id}`)) }))),
      RelatedRequirements: maybe(some(pick(requirements))),
    }),
  ),
  Resources: mostly(fc.array(mostly(asffResource, 200), { minLength: 1, maxLength: 3 }), 200),
})

const ocsfResource = fc
  .tuple(
    named,
    either(pick([true]), pick([false]), 3),
    pick(resources),
    record({ uid: mostly(pick([true]), 40), uid_alt: maybe(pick([true])), type: mostly(pick([true])) }),
    record({
      region: maybe(region),
      cloud_partition: maybe(either(pick(['aws']), pick(['aws-cn']), 10)),
      owner: maybe(record({ account: maybe(record({ uid: maybe(account) })) })),
      tags: maybe(tagList),
      data: mostly(details, 4),
    }),
  )
  .map(([{ id, type }, same, other, given, rest]) => ({
    uid: given.uid === true ? id : given.uid,
    uid_alt: given.uid_alt === true ? (same ? id : other.id) : given.uid_alt,
    type: given.type === true ? type : given.type,
    ...rest,
  }))

const ocsf = record({
  class_uid: fc.constant(2003),
  // As an ASFF finding has it, which is nothing here.
  ProductFields: fc.option(record({ owner: maybe(pick<unknown>(words)) })),
  category_uid: fc.constant(2),
  activity_id: fc.oneof({ weight: 8, arbitrary: pick([1, 2, 99]) }, { weight: 1, arbitrary: pick([3]) }),
  severity_id: maybe(pick([1, 2, 3, 4, 5, 6])),
  confidence_score: maybe(pick<unknown>([0, 40, 70, 100, 101])),
  status_id: maybe(pick([0, 1, 1, 1, 2, 3, 4, 5])),
  metadata: record({
    uid: pick(['a1', 'a2']),
    version: maybe(pick(['1.6.0', '1.5.0'])),
    product: record({
      uid: mostly(productArn.map((arn) => arn.replace(':product/', ':productv2/'))),
      vendor_name: maybe(pick(['AWS', 'Amazon'])),
    }),
  }),
  cloud: record({ region: maybe(region), account: mostly(record({ uid: mostly(account), name: maybe(pick(words)) })) }),
  finding_info: mostly(
    record({
      uid: mostly(pick(['finding/1', 'finding/2']), 200),
      title: mostly(pick(titles)),
      types: maybe(some(pick(types))),
      first_seen_time_dt: maybe(time),
      last_seen_time_dt: maybe(time),
      created_time_dt: mostly(time),
      modified_time_dt: mostly(time),
    }),
    200,
  ),
  compliance: mostly(
    record({
      status_id: maybe(pick([0, 1, 2, 3, 3, 3, 3])),
      control: maybe(pick(controls)),
      standards: maybe(some(pick(standards).map((id) => `standards/${id}`))),
      requirements: maybe(some(pick(requirements))),
    }),
  ),
  resources: mostly(fc.array(mostly(ocsfResource, 200), { minLength: 1, maxLength: 3 }), 12),
})

/** A finding in either format; what is not there is left out, as in JSON. */
export const finding: Arbitrary<unknown> = fc
  .oneof({ weight: 3, arbitrary: asff }, { weight: 1, arbitrary: ocsf })
  .map((raw) => JSON.parse(JSON.stringify(raw)))
