/**
 * A resource of an ASFF finding that reads its members when they are asked for; see `asff-view.ts`.
 */
import type { Resource } from '../contracts/finding.js'
import { isJsonObject } from '../contracts/json.js'
import { canonicalResourceType } from '../contracts/resource-types.js'
import { type Arn, type ParsedArn, parseArn, partitionOf } from './arn.js'
import type { AsffMembers, ResourceMembers } from './asff-members.js'
import { quick, quickText } from './quick.js'
import { resourceName } from './resource-name.js'
import { isTags } from './tags.js'
import { region } from './values.js'

export class ResourceView implements Resource {
  readonly id: string
  readonly #members: ResourceMembers
  /** The finding where this is its only resource: its product may then name the owner. */
  readonly #finding: AsffMembers | null
  readonly #whole: () => Resource | undefined
  readonly #parsed: ParsedArn
  /** `null` where the id is no ARN or a malformed one. */
  readonly #arn: Arn | null
  #asked = false
  #name: string | null | undefined
  #type: string | null | undefined
  #account: string | null | undefined
  #region: string | null | undefined
  #partition: string | null | undefined
  #tags: Resource['tags'] | undefined
  #details: Resource['details'] | undefined

  constructor(id: string, members: ResourceMembers, finding: AsffMembers | null, whole: () => Resource | undefined) {
    this.id = id
    this.#members = members
    this.#finding = finding
    this.#whole = whole
    this.#parsed = parseArn(id)
    this.#arn = this.#parsed.kind === 'arn' ? this.#parsed.arn : null
  }

  get name() {
    this.#name ??= this.#or('name', this.#quickName())
    return this.#name
  }
  get type() {
    this.#type ??= this.#or('type', this.#quickType())
    return this.#type
  }
  get account() {
    this.#account ??= this.#or('account', this.#quickAccount())
    return this.#account
  }
  get region() {
    this.#region ??= this.#or('region', this.#quickRegion())
    return this.#region
  }
  get partition() {
    this.#partition ??= this.#or('partition', this.#quickPartition())
    return this.#partition
  }
  get tags() {
    this.#tags ??= this.#or('tags', this.#quickTags())
    return this.#tags
  }
  get details() {
    this.#details ??= this.#or('details', this.#quickDetails())
    return this.#details
  }
  tag(key: string): string | null | undefined {
    const tags = this.#tags
    if (tags === undefined) return this.#quickTag(key)
    const value = tags !== null && Object.hasOwn(tags, key) ? tags[key] : null
    // Once it was read whole, a tag without a value may be one that cannot be read.
    return value === null && this.#asked ? undefined : value
  }
  get unreadable() {
    return this.#read().unreadable
  }
  get provenance() {
    return this.#read().provenance
  }

  /** Only what could not be read directly can be unreadable. */
  unreadableReason(field: string): string | undefined {
    Reflect.get(this, field.startsWith('tags.') ? 'tags' : field)
    return this.#asked ? this.#read().unreadable[field] : undefined
  }

  toJSON(): Resource {
    return this.#read()
  }

  #quickName(): string | null | undefined {
    const name = resourceName(this.type, this.id, this.#parsed)
    if (name === null) return null
    return 'reason' in name ? undefined : name.value
  }

  #quickType(): string | null | undefined {
    const type = quickText(this.#members.type)
    return typeof type === 'string' ? canonicalResourceType(type) : type
  }

  #quickPartition(): string | undefined {
    const declared = this.#members.partition
    if (this.#isBareAccount()) return declared === 'aws' ? declared : undefined
    const partition = this.#arn?.partition
    return declared === undefined || declared === partition ? partition : undefined
  }

  #quickTags(): Resource['tags'] | undefined {
    const tags = this.#members.tags
    if (tags === undefined) return null
    return isTags(tags) ? tags : undefined
  }

  #quickTag(key: string): string | null | undefined {
    const value = this.#members.tag(key)
    if (value === undefined) return null
    return typeof value === 'string' ? value : undefined
  }

  #quickDetails(): Resource['details'] | undefined {
    const { details } = this.#members
    if (details === undefined) return null
    return isJsonObject(details) ? details : undefined
  }

  #quickAccount(): string | null | undefined {
    const account = this.#accountOfId()
    if (account === undefined || this.#members.owner !== undefined) return undefined
    const owner = this.#finding?.resourceOwner
    if (owner === undefined) return account
    return owner === account ? account : undefined
  }

  /** The account that the id names; `undefined` where a reader has to look. */
  #accountOfId(): string | null | undefined {
    if (this.type === 'AWS::::Account') return this.#isBareAccount() ? this.name : undefined
    if (this.#arn === null) return undefined
    return this.#arn.account === '' ? null : this.#arn.account
  }

  /** `AWS::::Account:123456789012`, which is no ARN: Region and partition are what stands beside it. */
  #isBareAccount(): boolean {
    return this.#parsed.kind === 'other' && this.type === 'AWS::::Account' && this.name !== null
  }

  #quickRegion(): string | null | undefined {
    const declared = quick(this.#members.region, region)
    if (this.#arn === null) {
      if (!this.#isBareAccount() || declared === null || declared === undefined) return undefined
      return this.partition !== null && partitionOf(declared) === this.partition ? declared : undefined
    }
    const { region: own, partition } = this.#arn
    if (own !== '') return declared === null || declared === own ? own : undefined
    if (declared === null || declared === undefined) return declared
    return this.partition === partition && partitionOf(declared) === partition ? declared : undefined
  }

  #or<Member extends keyof Resource>(member: Member, value: Resource[Member] | undefined): Resource[Member] {
    return value === undefined ? this.#read()[member] : value
  }

  #read(): Resource {
    this.#asked = true
    const whole = this.#whole()
    if (whole === undefined) throw new TypeError('a resource that was accepted is not there')
    return whole
  }
}
