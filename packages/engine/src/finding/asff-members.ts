/**
 * What an ASFF finding that is read member by member asks for, wherever it stands: in a parsed body, or in text.
 *
 * `undefined` where nothing stands; `null` also where something else is in the way, so that a reader has to look.
 */
import { isJsonObject, type Json, type JsonObject } from '../contracts/json.js'
import { inside } from './quick.js'

type Member = Json | undefined

/** Members of the body. */
export interface AsffMembers {
  readonly id: Member
  readonly productArn: Member
  readonly productName: Member
  readonly companyName: Member
  readonly generatorId: Member
  readonly title: Member
  readonly description: Member
  readonly types: Member
  readonly accountId: Member
  readonly accountName: Member
  readonly region: Member
  readonly firstObservedAt: Member
  readonly lastObservedAt: Member
  readonly createdAt: Member
  readonly updatedAt: Member
  readonly severityLabel: Member
  readonly severityNormalized: Member
  readonly criticality: Member
  readonly confidence: Member
  readonly workflowStatus: Member
  readonly recordState: Member
  readonly verificationState: Member
  readonly note: Member
  readonly complianceStatus: Member
  readonly securityControlId: Member
  readonly controlParameters: Member
  readonly associatedStandards: Member
  readonly relatedRequirements: Member
  readonly productFields: Member
  readonly resourceOwner: Member
  readonly providedCriticality: Member
  readonly providedConfidence: Member
}

/** Members of one of the resources. */
export interface ResourceMembers {
  readonly id: Member
  readonly type: Member
  readonly partition: Member
  readonly region: Member
  readonly owner: Member
  readonly tags: Member
  readonly details: Member
  /** The value of one tag in a map of tags. */
  tag(key: string): Member
}

/** Of a body that was parsed. */
export class ParsedMembers implements AsffMembers {
  readonly #body: JsonObject

  constructor(body: JsonObject) {
    this.#body = body
  }

  get id() {
    return this.#body['Id']
  }
  get productArn() {
    return this.#body['ProductArn']
  }
  get productName() {
    return this.#body['ProductName']
  }
  get companyName() {
    return this.#body['CompanyName']
  }
  get generatorId() {
    return this.#body['GeneratorId']
  }
  get title() {
    return this.#body['Title']
  }
  get description() {
    return this.#body['Description']
  }
  get types() {
    return this.#body['Types']
  }
  get accountId() {
    return this.#body['AwsAccountId']
  }
  get accountName() {
    return this.#body['AwsAccountName']
  }
  get region() {
    return this.#body['Region']
  }
  get firstObservedAt() {
    return this.#body['FirstObservedAt']
  }
  get lastObservedAt() {
    return this.#body['LastObservedAt']
  }
  get createdAt() {
    return this.#body['CreatedAt']
  }
  get updatedAt() {
    return this.#body['UpdatedAt']
  }
  get severityLabel() {
    return inside(this.#body['Severity'], 'Label')
  }
  get severityNormalized() {
    return inside(this.#body['Severity'], 'Normalized')
  }
  get criticality() {
    return this.#body['Criticality']
  }
  get confidence() {
    return this.#body['Confidence']
  }
  get workflowStatus() {
    return inside(this.#body['Workflow'], 'Status')
  }
  get recordState() {
    return this.#body['RecordState']
  }
  get verificationState() {
    return this.#body['VerificationState']
  }
  get note() {
    return this.#body['Note']
  }
  get complianceStatus() {
    return inside(this.#body['Compliance'], 'Status')
  }
  get securityControlId() {
    return inside(this.#body['Compliance'], 'SecurityControlId')
  }
  get controlParameters() {
    return inside(this.#body['Compliance'], 'SecurityControlParameters')
  }
  get associatedStandards() {
    return inside(this.#body['Compliance'], 'AssociatedStandards')
  }
  get relatedRequirements() {
    return inside(this.#body['Compliance'], 'RelatedRequirements')
  }
  get productFields() {
    return this.#body['ProductFields']
  }
  get resourceOwner() {
    return inside(this.#body['ProductFields'], 'ResourceOwnerAccount')
  }
  get providedCriticality() {
    return inside(this.#body['FindingProviderFields'], 'Criticality')
  }
  get providedConfidence() {
    return inside(this.#body['FindingProviderFields'], 'Confidence')
  }
}

/** Of a resource that was parsed. */
export class ParsedResource implements ResourceMembers {
  readonly #item: JsonObject

  constructor(item: JsonObject) {
    this.#item = item
  }

  get id() {
    return this.#item['Id']
  }
  get type() {
    return this.#item['Type']
  }
  get partition() {
    return this.#item['Partition']
  }
  get region() {
    return this.#item['Region']
  }
  get owner() {
    return this.#item['Owner']
  }
  get tags() {
    return this.#item['Tags']
  }
  get details() {
    return this.#item['Details']
  }

  tag(key: string) {
    const tags = this.#item['Tags']
    if (tags === undefined) return undefined
    if (!isJsonObject(tags)) return null
    return Object.hasOwn(tags, key) ? (tags[key] ?? null) : undefined
  }
}
