/** Makes a finding that reads its members when asked of an ASFF body, whole or skimmed. */
import type { Arrival, Finding, Resource } from '../contracts/finding.js'
import type { JsonObject } from '../contracts/json.js'
import { readAsff } from './asff.js'
import { type AsffMembers, ParsedMembers, ParsedResource, type ResourceMembers } from './asff-members.js'
import { AsffView, type Parse } from './asff-view.js'
import type { Refusal } from './limits.js'
import { isPlain, quickText } from './quick.js'
import { ResourceView } from './resource-view.js'

/** As `readAsff`, which it leaves all to whose id or resources are not plain. */
export function viewAsff(raw: JsonObject, arrival: Arrival): Finding | Refusal {
  const list = raw['Resources']
  if (!Array.isArray(list) || !isPlain(raw)) return readAsff(raw, arrival)
  const resources: ResourceMembers[] = []
  for (const item of list) {
    if (!isPlain(item)) return readAsff(raw, arrival)
    resources.push(new ParsedResource(item))
  }
  return viewMembers(new ParsedMembers(raw), resources, arrival, raw) ?? readAsff(raw, arrival)
}

/**
 * Of members at hand; `source` is the body, or what parses the text. `null` where the id of the finding or of a resource is
 * not plain.
 */
export function viewMembers(
  members: AsffMembers,
  list: readonly ResourceMembers[],
  arrival: Arrival,
  source: JsonObject | Parse,
): Finding | null {
  const id = quickText(members.id)
  if (typeof id !== 'string') return null
  const alone = list.length === 1 ? members : null
  const resources = list.map((item, index): Resource | null => {
    const resourceId = quickText(item.id)
    if (typeof resourceId !== 'string') return null
    return new ResourceView(resourceId, item, alone, () => finding?.resourceAt(index))
  })
  const finding = resources.every((each) => each !== null)
    ? new AsffView(id, members, arrival, resources, source)
    : null
  return finding
}
