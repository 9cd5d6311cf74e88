/** Members of a finding that was skimmed: each is taken out of the text when it is asked for. */
import type { Json } from '../contracts/json.js'
import type { AsffMembers, ResourceMembers } from './asff-members.js'
import { absent, at, blocked, endOf, inResource, type Places, startOf } from './places.js'
import { type TagPlaces, tagAt, tagPlaces } from './skimmed-tags.js'

/** A text and the places in it. */
class Cut {
  protected readonly text: string
  protected readonly places: Places
  protected readonly hasEscapes: boolean

  constructor(text: string, places: Places, hasEscapes: boolean) {
    this.text = text
    this.places = places
    this.hasEscapes = hasEscapes
  }

  /** `null` for what is no JSON, so that a reader has to look. */
  protected taken(member: number): Json | undefined {
    const place = this.places[member] ?? absent
    if (place === absent) return undefined
    if (place === blocked) return null
    const start = startOf(place)
    const end = endOf(place)
    const { text } = this
    const isText = text.charCodeAt(start) === quote
    const value = isText ? text.slice(start + 1, end - 1) : text.slice(start, end)
    if (isText && !(this.hasEscapes && value.includes('\\'))) return value
    try {
      const parsed: Json = JSON.parse(isText ? `"${value}"` : value)
      return parsed
    } catch {
      return null
    }
  }
}

const quote = 34

export class SkimmedMembers extends Cut implements AsffMembers {
  get id() {
    return this.taken(at.id)
  }
  get productArn() {
    return this.taken(at.productArn)
  }
  get productName() {
    return this.taken(at.productName)
  }
  get companyName() {
    return this.taken(at.companyName)
  }
  get generatorId() {
    return this.taken(at.generatorId)
  }
  get title() {
    return this.taken(at.title)
  }
  get description() {
    return this.taken(at.description)
  }
  get types() {
    return this.taken(at.types)
  }
  get accountId() {
    return this.taken(at.accountId)
  }
  get accountName() {
    return this.taken(at.accountName)
  }
  get region() {
    return this.taken(at.region)
  }
  get firstObservedAt() {
    return this.taken(at.firstObservedAt)
  }
  get lastObservedAt() {
    return this.taken(at.lastObservedAt)
  }
  get createdAt() {
    return this.taken(at.createdAt)
  }
  get updatedAt() {
    return this.taken(at.updatedAt)
  }
  get severityLabel() {
    return this.taken(at.severityLabel)
  }
  get severityNormalized() {
    return this.taken(at.severityNormalized)
  }
  get criticality() {
    return this.taken(at.criticality)
  }
  get confidence() {
    return this.taken(at.confidence)
  }
  get workflowStatus() {
    return this.taken(at.workflowStatus)
  }
  get recordState() {
    return this.taken(at.recordState)
  }
  get verificationState() {
    return this.taken(at.verificationState)
  }
  get note() {
    return this.taken(at.note)
  }
  get complianceStatus() {
    return this.taken(at.complianceStatus)
  }
  get securityControlId() {
    return this.taken(at.securityControlId)
  }
  get controlParameters() {
    return this.taken(at.controlParameters)
  }
  get associatedStandards() {
    return this.taken(at.associatedStandards)
  }
  get relatedRequirements() {
    return this.taken(at.relatedRequirements)
  }
  get productFields() {
    return this.taken(at.productFields)
  }
  get resourceOwner() {
    return this.taken(at.resourceOwner)
  }
  get providedCriticality() {
    return this.taken(at.providedCriticality)
  }
  get providedConfidence() {
    return this.taken(at.providedConfidence)
  }
}

export class SkimmedResource extends Cut implements ResourceMembers {
  /** Made when a tag is asked for; `null` where they have to be parsed. */
  #tags: TagPlaces | null | undefined

  get id() {
    return this.taken(inResource.id)
  }
  get type() {
    return this.taken(inResource.type)
  }
  get partition() {
    return this.taken(inResource.partition)
  }
  get region() {
    return this.taken(inResource.region)
  }
  get owner() {
    return this.taken(inResource.owner)
  }
  get tags() {
    return this.taken(inResource.tags)
  }
  get details() {
    return this.taken(inResource.details)
  }

  tag(key: string) {
    if (this.#tags === undefined) this.#tags = this.#tagPlaces()
    return this.#tags === null ? null : tagAt(this.text, this.#tags, key)
  }

  #tagPlaces(): TagPlaces | null {
    const place = this.places[inResource.tags] ?? absent
    if (place === absent) return []
    return place === blocked || this.hasEscapes ? null : tagPlaces(this.text, place)
  }
}
