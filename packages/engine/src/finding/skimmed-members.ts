/** Members of a finding that was skimmed: each is taken out of the text when it is asked for. */
import type { Json } from '../contracts/json.js'
import type { AsffMembers, ResourceMembers } from './asff-members.js'
import { absent, at, blocked, inResource, type Places } from './places.js'

export class SkimmedMembers implements AsffMembers {
  readonly #text: string
  readonly #places: Places

  constructor(text: string, places: Places) {
    this.#text = text
    this.#places = places
  }

  get id() {
    return taken(this.#text, this.#places, at.id)
  }
  get productArn() {
    return taken(this.#text, this.#places, at.productArn)
  }
  get productName() {
    return taken(this.#text, this.#places, at.productName)
  }
  get companyName() {
    return taken(this.#text, this.#places, at.companyName)
  }
  get generatorId() {
    return taken(this.#text, this.#places, at.generatorId)
  }
  get title() {
    return taken(this.#text, this.#places, at.title)
  }
  get description() {
    return taken(this.#text, this.#places, at.description)
  }
  get types() {
    return taken(this.#text, this.#places, at.types)
  }
  get accountId() {
    return taken(this.#text, this.#places, at.accountId)
  }
  get accountName() {
    return taken(this.#text, this.#places, at.accountName)
  }
  get region() {
    return taken(this.#text, this.#places, at.region)
  }
  get firstObservedAt() {
    return taken(this.#text, this.#places, at.firstObservedAt)
  }
  get lastObservedAt() {
    return taken(this.#text, this.#places, at.lastObservedAt)
  }
  get createdAt() {
    return taken(this.#text, this.#places, at.createdAt)
  }
  get updatedAt() {
    return taken(this.#text, this.#places, at.updatedAt)
  }
  get severityLabel() {
    return taken(this.#text, this.#places, at.severityLabel)
  }
  get severityNormalized() {
    return taken(this.#text, this.#places, at.severityNormalized)
  }
  get criticality() {
    return taken(this.#text, this.#places, at.criticality)
  }
  get confidence() {
    return taken(this.#text, this.#places, at.confidence)
  }
  get workflowStatus() {
    return taken(this.#text, this.#places, at.workflowStatus)
  }
  get recordState() {
    return taken(this.#text, this.#places, at.recordState)
  }
  get verificationState() {
    return taken(this.#text, this.#places, at.verificationState)
  }
  get note() {
    return taken(this.#text, this.#places, at.note)
  }
  get complianceStatus() {
    return taken(this.#text, this.#places, at.complianceStatus)
  }
  get securityControlId() {
    return taken(this.#text, this.#places, at.securityControlId)
  }
  get controlParameters() {
    return taken(this.#text, this.#places, at.controlParameters)
  }
  get associatedStandards() {
    return taken(this.#text, this.#places, at.associatedStandards)
  }
  get relatedRequirements() {
    return taken(this.#text, this.#places, at.relatedRequirements)
  }
  get productFields() {
    return taken(this.#text, this.#places, at.productFields)
  }
  get resourceOwner() {
    return taken(this.#text, this.#places, at.resourceOwner)
  }
  get providedCriticality() {
    return taken(this.#text, this.#places, at.providedCriticality)
  }
  get providedConfidence() {
    return taken(this.#text, this.#places, at.providedConfidence)
  }
}

export class SkimmedResource implements ResourceMembers {
  readonly #text: string
  readonly #places: Places

  constructor(text: string, places: Places) {
    this.#text = text
    this.#places = places
  }

  get id() {
    return taken(this.#text, this.#places, inResource.id)
  }
  get type() {
    return taken(this.#text, this.#places, inResource.type)
  }
  get partition() {
    return taken(this.#text, this.#places, inResource.partition)
  }
  get region() {
    return taken(this.#text, this.#places, inResource.region)
  }
  get owner() {
    return taken(this.#text, this.#places, inResource.owner)
  }
  get tags() {
    return taken(this.#text, this.#places, inResource.tags)
  }
  get details() {
    return taken(this.#text, this.#places, inResource.details)
  }
}

const quote = 34

/** `null` for what is no JSON, so that a reader has to look. */
function taken(text: string, places: Places, member: number): Json | undefined {
  const start = places[member * 2] ?? absent
  if (start === absent) return undefined
  if (start === blocked) return null
  const end = places[member * 2 + 1] ?? start
  const isText = text.charCodeAt(start) === quote
  const value = isText ? text.slice(start + 1, end - 1) : text.slice(start, end)
  if (isText && !value.includes('\\')) return value
  try {
    const parsed: Json = JSON.parse(isText ? `"${value}"` : value)
    return parsed
  } catch {
    return null
  }
}
