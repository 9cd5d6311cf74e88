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
import type { AsffMembers } from './asff-members.js'
import { knownControl } from './control-id.js'
import { type Product, productIn, securityHub } from './product.js'
import { quick, quickOrElse, quickScore, quickText } from './quick.js'
import { associatedStandards } from './standards.js'
import { timestamp } from './timestamps.js'
import { unreadableFinding, unreadableResource } from './unreadable-finding.js'
import { accountId, region, score, texts } from './values.js'
import * as words from './words.js'

/** Parses the text of a finding. */
export type Parse = () => FindingItem

export class AsffView implements Finding {
  readonly format = 'asff'
  readonly arrival: Arrival
  readonly id: string
  readonly hubId = null
  readonly resources: readonly Resource[]
  readonly #members: AsffMembers
  /** The body, or what parses the text that the finding was skimmed from. */
  readonly #source: JsonObject | Parse
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
    members: AsffMembers,
    arrival: Arrival,
    resources: readonly Resource[],
    source: JsonObject | Parse,
  ) {
    this.id = id
    this.#members = members
    this.arrival = arrival
    this.resources = resources
    this.#source = source
    this.#product = quick(members.productArn, productIn)
  }

  get raw() {
    const source = this.#source
    return isParse(source) ? this.#read().raw : source
  }
  get whole() {
    const source = this.#source
    return isParse(source) ? source : undefined
  }
  get productArn() {
    this.#productArn ??= this.#or('productArn', quickText(this.#members.productArn))
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
    return this.#or('productName', quickText(this.#members.productName) ?? undefined)
  }
  get company() {
    return this.#or('company', quickText(this.#members.companyName) ?? undefined)
  }
  get generator() {
    return this.#or('generator', quickText(this.#members.generatorId))
  }
  get title() {
    this.#title ??= this.#or('title', quickText(this.#members.title))
    return this.#title
  }
  get description() {
    return this.#or('description', quickText(this.#members.description))
  }
  get types() {
    return this.#or('types', quick(this.#members.types, texts) ?? undefined)
  }
  get control() {
    this.#control ??= this.#or('control', this.#quickControl())
    return this.#control
  }
  get standard() {
    return this.#or('standard', quick(this.#members.associatedStandards, associatedStandards) ?? undefined)
  }
  get requirement() {
    return this.#or('requirement', quick(this.#members.relatedRequirements, texts))
  }
  get account() {
    this.#account ??= this.#or('account', quick(this.#members.accountId, accountId))
    return this.#account
  }
  get accountName() {
    return this.#or('accountName', quickText(this.#members.accountName))
  }
  get region() {
    this.#region ??= this.#findRegion()
    return this.#region
  }
  get severity() {
    this.#severity ??= this.#or('severity', quick(this.#members.severityLabel, words.severityLabel) ?? undefined)
    return this.#severity
  }
  get severityScore() {
    const { severity } = this
    const isQuick = this.#whole === null && severity !== null
    const number = quick(this.#members.severityNormalized, score)
    return this.#or('severityScore', isQuick ? (number === null ? words.labelScores[severity] : number) : undefined)
  }
  get criticality() {
    return this.#or('criticality', quickScore(this.#members.criticality, this.#members.providedCriticality))
  }
  get confidence() {
    return this.#or('confidence', quickScore(this.#members.confidence, this.#members.providedConfidence))
  }
  get workflow() {
    this.#workflow ??= this.#or(
      'workflow',
      quickOrElse(quick(this.#members.workflowStatus, words.workflowStatus), 'NEW'),
    )
    return this.#workflow
  }
  get record() {
    this.#record ??= this.#or('record', quickOrElse(quick(this.#members.recordState, words.recordState), 'ACTIVE'))
    return this.#record
  }
  get compliance() {
    this.#compliance ??= this.#or('compliance', quick(this.#members.complianceStatus, words.complianceStatus))
    return this.#compliance
  }
  get verification() {
    return this.#or('verification', quick(this.#members.verificationState, words.verificationState))
  }
  get firstObserved() {
    this.#firstObserved ??= this.#or('firstObserved', quick(this.#members.firstObservedAt, timestamp))
    return this.#firstObserved
  }
  get lastObserved() {
    return this.#or('lastObserved', quick(this.#members.lastObservedAt, timestamp))
  }
  get created() {
    return this.#or('created', quick(this.#members.createdAt, timestamp))
  }
  get updated() {
    this.#updated ??= this.#or('updated', quick(this.#members.updatedAt, timestamp))
    return this.#updated
  }
  get note() {
    return this.#or('note', this.#members.note === undefined ? null : undefined)
  }
  get controlParameters() {
    return this.#members.controlParameters === undefined ? noParameters : this.#read().controlParameters
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

  #findRegion(): Finding['region'] {
    const declared = quick(this.#members.region, region) ?? undefined
    const product = this.#product
    if (declared === undefined || product === undefined) return this.#read().region
    return this.#or('region', product === null || partitionOf(declared) === product.partition ? declared : undefined)
  }

  #quickControl(): string | null | undefined {
    const product = this.#product
    if (product === undefined) return undefined
    const id = this.#members.securityControlId
    if (product?.name === securityHub)
      return (typeof id === 'string' ? knownControl(securityHub, id) : null) ?? undefined
    // Only an id that another product claims needs looking at.
    return id === undefined && this.#members.productFields === undefined ? null : undefined
  }

  #or<Member extends keyof Finding>(member: Member, value: Finding[Member] | undefined): Finding[Member] {
    return value === undefined ? this.#read()[member] : value
  }

  #read(): Finding {
    this.#whole ??= this.#readWhole()
    return this.#whole
  }

  #readWhole(): Finding {
    const source = this.#source
    if (isParse(source)) return this.#parseMembers(source())
    const whole = readAsff(source, this.arrival)
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

function isParse(source: JsonObject | Parse): source is Parse {
  return typeof source === 'function'
}

const noParameters = Object.freeze({})
