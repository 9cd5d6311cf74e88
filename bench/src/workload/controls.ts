/** The controls that findings are of: the project's own list, where the kind of the resource is one that we can make. */
import { readFileSync } from 'node:fs'
import { type ResourceKind, resourceKinds } from './resource-kinds.js'

export interface Control {
  readonly id: string
  readonly title: string
  readonly severity: string
  readonly kind: ResourceKind
  readonly standards: readonly string[]
}

interface ListedControl {
  readonly id: string
  readonly title: string
  readonly severity: string
  readonly resourceTypes: readonly string[]
  readonly retired: boolean
  readonly standards: Readonly<Record<string, readonly string[]>>
}

export const controls: readonly Control[] = readControls()

function readControls(): readonly Control[] {
  const kinds = new Map(resourceKinds.map((kind) => [kind.config, kind]))
  const listed: readonly ListedControl[] = JSON.parse(
    readFileSync(new URL('../../../catalog/controls.json', import.meta.url), 'utf8'),
  )
  return listed.flatMap(({ id, title, severity, resourceTypes, retired, standards }) => {
    const kind = kinds.get(resourceTypes[0] ?? '')
    return kind === undefined || retired ? [] : [{ id, title, severity, kind, standards: Object.keys(standards) }]
  })
}
