/** Where the members of a skimmed finding stand in its text: for each a number of its own. */

/** Members of the body, in the order of their places; names as in ASFF, with what they stand in. */
export const at = {
  id: 0,
  productArn: 1,
  productName: 2,
  companyName: 3,
  generatorId: 4,
  title: 5,
  description: 6,
  types: 7,
  accountId: 8,
  accountName: 9,
  region: 10,
  firstObservedAt: 11,
  lastObservedAt: 12,
  createdAt: 13,
  updatedAt: 14,
  severityLabel: 15,
  severityNormalized: 16,
  criticality: 17,
  confidence: 18,
  workflowStatus: 19,
  recordState: 20,
  verificationState: 21,
  note: 22,
  complianceStatus: 23,
  securityControlId: 24,
  controlParameters: 25,
  associatedStandards: 26,
  relatedRequirements: 27,
  productFields: 28,
  resourceOwner: 29,
  providedCriticality: 30,
  providedConfidence: 31,
} as const

/** Members of a resource. */
export const inResource = { id: 0, type: 1, partition: 2, region: 3, owner: 4, tags: 5, details: 6 } as const

/** Where a member stands: where its value begins and where it ends, in one number. */
export type Place = number

/** For each member its place. */
export type Places = Place[]

/** The place where something else is in the way, and the one where nothing stands: text begins behind a brace. */
export const blocked: Place = -1
export const absent: Place = 0

/** Characters that a text may have, so that both ends fit into a number for which Node needs no memory of its own. */
export const mostCharacters = 2 ** 16 - 1

/** The place that begins and ends here. */
export function placeOf(start: number, end: number): Place {
  return (start << 16) | end
}

/** Where the value at a place begins. */
export function startOf(place: Place): number {
  return place >>> 16
}

/** The character behind the value at a place. */
export function endOf(place: Place): number {
  return place & 0xffff
}
