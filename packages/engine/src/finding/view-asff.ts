/** Makes a finding that reads its members when asked of an ASFF body, whole or skimmed. */
import type { Arrival, Finding, FindingItem, Resource } from '../contracts/finding.js'
import type { JsonObject } from '../contracts/json.js'
import { readAsff } from './asff.js'
import { AsffView } from './asff-view.js'
import type { Refusal } from './limits.js'
import { inside, isPlain, quick } from './quick.js'
import { ResourceView } from './resource-view.js'
import { text } from './values.js'

/** As `readAsff`, which it leaves all to whose id or resources are not plain. */
export function viewAsff(raw: JsonObject, arrival: Arrival): Finding | Refusal {
  return view(raw, arrival, null) ?? readAsff(raw, arrival)
}

/**
 * A finding of which some members were stepped over and are `null`. `whole` reads all of it; it is asked when a member is
 * wanted that is not there. `null` where the id or the resources are not plain.
 */
export function viewSkimmed(raw: JsonObject, arrival: Arrival, whole: () => FindingItem): Finding | null {
  return view(raw, arrival, whole)
}

function view(raw: JsonObject, arrival: Arrival, whole: (() => FindingItem) | null): Finding | null {
  const id = quick(raw['Id'], text)
  const list = raw['Resources']
  if (typeof id !== 'string' || !Array.isArray(list) || !isPlain(raw)) return null
  const resources: Resource[] = []
  for (const [index, item] of list.entries()) {
    const resourceId = quick(inside(item, 'Id'), text)
    if (typeof resourceId !== 'string' || !isPlain(item)) return null
    const read = () => finding.resourceAt(index)
    resources.push(new ResourceView(resourceId, item, list.length === 1 ? raw : null, read))
  }
  const finding = new AsffView(id, raw, arrival, resources, whole)
  return finding
}
