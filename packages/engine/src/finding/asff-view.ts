/**
 * An ASFF finding that reads its members when they are asked for, because deciding asks for a dozen of sixty.
 *
 * What is written as Security Hub writes it is read directly. For anything else the whole finding is read by `readAsff`,
 * once, and that says what the member is: so the two can never disagree but in time.
 */
import type { Arrival, Finding, FindingItem, Resource } from '../contracts/finding.js'
import type { JsonObject } from '../contracts/json.js'
import { partitionOf } from './arn.js'
import { readAsff } from './asff.js'
import { knownControl } from './control-id.js'
import { type Product, productIn, securityHub } from './product.js'
import { inside, quick, quickOrElse } from './quick.js'
import { associatedStandards } from './standards.js'
import { timestamp } from './timestamps.js'
import { unreadableFinding, unreadableResource } from './unreadable-finding.js'
import { accountId, region, score, text, texts } from './values.js'
import * as words from './words.js'

export class AsffView implements Finding {
  readonly format = 'asff'
  readonly arrival: Arrival
  readonly id: string
  readonly hubId = null
  readonly resources: readonly Resource[]
  /** The members at hand; all of them, unless the finding was skimmed. */
  readonly #members: JsonObject
  readonly #parse: (() => FindingItem) | null
  #whole: Finding | null = null
  #product: Product | null | undefined
  #control: string | null | undefined
  #account: string | null | undefined
  #region: string | null | undefined
  #severity: Finding['severity'] | undefined
  #workflow: Finding['workflow'] | undefined
  #record: Finding['record'] | undefined
  #compliance: Finding['compliance'] | undefined
  #title: string | null | undefined
  #firstObserved: string | null | undefined
  #updated: string | null | undefined
  #productArn: string | null | undefined

  constructor(
    id: string,
    members: JsonObject,
    arrival: Arrival,
    resources: readonly Resource[],
    parse: (() => FindingItem) | null,
  ) {
    this.id = id
    this.#members = members
    this.arrival = arrival
    this.resources = resources
    this.#parse = parse
    this.#product = quick(members['ProductArn'], productIn)
  }

  get raw() {
    return this.#parse === null ? this.#members : this.#read().raw
  }
  get whole() {
    return this.#parse ?? undefined
  }
  get productArn() {
    this.#productArn ??= this.#or('productArn', quick(this.#members['ProductArn'], text))
    return this.#productArn
  }
  get product() {
    const product = this.#product
    return this.#or('product', product === null ? null : product?.name)
  }
  get partition() {
    const product = this.#product
    return this.#or('partition', product === null ? null : product?.partition)
  }
  get productName() {
    return this.#or('productName', quick(this.#members['ProductName'], text) ?? undefined)
  }
  get company() {
    return this.#or('company', quick(this.#members['CompanyName'], text) ?? undefined)
  }
  get generator() {
    return this.#or('generator', quick(this.#members['GeneratorId'], text))
  }
  get title() {
    this.#title ??= this.#or('title', quick(this.#members['Title'], text))
    return this.#title
  }
  get description() {
    return this.#or('description', quick(this.#members['Description'], text))
  }
  get types() {
    return this.#or('types', quick(this.#members['Types'], texts) ?? undefined)
  }
  get control() {
    this.#control ??= this.#or('control', this.#quickControl())
    return this.#control
  }
  get standard() {
    return this.#or('standard', quick(this.#inCompliance('AssociatedStandards'), associatedStandards) ?? undefined)
  }
  get requirement() {
    return this.#or('requirement', quick(this.#inCompliance('RelatedRequirements'), texts))
  }
  get account() {
    this.#account ??= this.#or('account', quick(this.#members['AwsAccountId'], accountId))
    return this.#account
  }
  get accountName() {
    return this.#or('accountName', quick(this.#members['AwsAccountName'], text))
  }
  get region() {
    this.#region ??= this.#findRegion()
    return this.#region
  }
  get severity() {
    this.#severity ??= this.#or(
      'severity',
      quick(inside(this.#members['Severity'], 'Label'), words.severityLabel) ?? undefined,
    )
    return this.#severity
  }
  get severityScore() {
    const { severity } = this
    const isQuick = this.#whole === null && severity !== null
    const number = quick(inside(this.#members['Severity'], 'Normalized'), score)
    return this.#or('severityScore', isQuick ? (number === null ? words.labelScores[severity] : number) : undefined)
  }
  get criticality() {
    return this.#or('criticality', this.#quickOrProvided('Criticality'))
  }
  get confidence() {
    return this.#or('confidence', this.#quickOrProvided('Confidence'))
  }
  get workflow() {
    this.#workflow ??= this.#or(
      'workflow',
      quickOrElse(quick(inside(this.#members['Workflow'], 'Status'), words.workflowStatus), 'NEW'),
    )
    return this.#workflow
  }
  get record() {
    this.#record ??= this.#or('record', quickOrElse(quick(this.#members['RecordState'], words.recordState), 'ACTIVE'))
    return this.#record
  }
  get compliance() {
    this.#compliance ??= this.#or('compliance', quick(this.#inCompliance('Status'), words.complianceStatus))
    return this.#compliance
  }
  get verification() {
    return this.#or('verification', quick(this.#members['VerificationState'], words.verificationState))
  }
  get firstObserved() {
    this.#firstObserved ??= this.#or('firstObserved', quick(this.#members['FirstObservedAt'], timestamp))
    return this.#firstObserved
  }
  get lastObserved() {
    return this.#or('lastObserved', quick(this.#members['LastObservedAt'], timestamp))
  }
  get created() {
    return this.#or('created', quick(this.#members['CreatedAt'], timestamp))
  }
  get updated() {
    this.#updated ??= this.#or('updated', quick(this.#members['UpdatedAt'], timestamp))
    return this.#updated
  }
  get note() {
    return this.#or('note', this.#members['Note'] === undefined ? null : undefined)
  }
  get controlParameters() {
    return this.#inCompliance('SecurityControlParameters') === undefined ? noParameters : this.#read().controlParameters
  }
  get unreadable() {
    return this.#read().unreadable
  }
  get provenance() {
    return this.#read().provenance
  }

  /** Only what could not be read directly can be unreadable. */
  unreadableReason(field: string): string | undefined {
    Reflect.get(this, field)
    return this.#whole === null ? undefined : this.#whole.unreadable[field]
  }

  /** The resource at this position as a reader reads it. */
  resourceAt(index: number): Resource | undefined {
    return this.#read().resources[index]
  }

  /** Members stand on the prototype, so that JSON would see few of them. */
  toJSON(): Finding {
    return this.#read()
  }

  #inCompliance(member: string) {
    return inside(this.#members['Compliance'], member)
  }

  #findRegion(): Finding['region'] {
    const declared = quick(this.#members['Region'], region) ?? undefined
    const product = this.#product
    if (declared === undefined || product === undefined) return this.#read().region
    return this.#or('region', product === null || partitionOf(declared) === product.partition ? declared : undefined)
  }

  /** A score that is absent may still be among what the provider gave. */
  #quickOrProvided(member: 'Criticality' | 'Confidence'): number | null | undefined {
    const value = quick(this.#members[member], score)
    return value === null && inside(this.#members['FindingProviderFields'], member) !== undefined ? undefined : value
  }

  #quickControl(): string | null | undefined {
    const product = this.#product
    if (product === undefined) return undefined
    const id = this.#inCompliance('SecurityControlId')
    if (product?.name === securityHub)
      return (typeof id === 'string' ? knownControl(securityHub, id) : null) ?? undefined
    // Only an id that another product claims needs looking at.
    return id === undefined && this.#members['ProductFields'] === undefined ? null : undefined
  }

  #or<Member extends keyof Finding>(member: Member, value: Finding[Member] | undefined): Finding[Member] {
    return value === undefined ? this.#read()[member] : value
  }

  #read(): Finding {
    this.#whole ??= this.#parse === null ? this.#readMembers() : this.#parseMembers(this.#parse())
    return this.#whole
  }

  #readMembers(): Finding {
    const whole = readAsff(this.#members, this.arrival)
    if ('code' in whole) throw new TypeError(`a finding that was accepted is refused: ${whole.message}`)
    return whole
  }

  #parseMembers(item: FindingItem): Finding {
    if (item.kind === 'finding') return item.finding
    const { message } = item.refused
    const resources = this.resources.map(({ id }) => unreadableResource({ id }, message))
    return unreadableFinding({ id: this.id, resources }, message)
  }
}

const noParameters = Object.freeze({})
