/** Moves labels apart, each as little as need be, without changing their order. */
export interface Room {
  readonly gap: number
  readonly from: number
  readonly to: number
}

export function placeLabels(wanted: readonly number[], { gap, from, to }: Room): readonly number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0))
  const tight = Math.min(gap, (to - from) / Math.max(1, wanted.length - 1))
  const places = [...wanted]
  let clusters = order.map((index) => ({ members: [index], centre: wanted[index] ?? 0 }))
  for (let changed = true; changed; ) {
    changed = false
    const merged: typeof clusters = []
    for (const cluster of clusters) {
      const before = merged.at(-1)
      const isNear = before !== undefined && endOf(before, tight) + tight > startOf(cluster, tight)
      if (!isNear || before === undefined) merged.push(cluster)
      else {
        const members = [...before.members, ...cluster.members]
        const mean = members.reduce((sum, index) => sum + (wanted[index] ?? 0), 0) / members.length
        merged[merged.length - 1] = { members, centre: mean }
        changed = true
      }
    }
    clusters = merged.map((cluster) => ({ ...cluster, centre: inside(cluster, tight, from, to) }))
  }
  for (const cluster of clusters) {
    for (const [at, index] of cluster.members.entries()) places[index] = startOf(cluster, tight) + at * tight
  }
  return places
}

interface Cluster {
  readonly members: readonly number[]
  readonly centre: number
}

function startOf({ members, centre }: Cluster, gap: number): number {
  return centre - ((members.length - 1) * gap) / 2
}

function endOf(cluster: Cluster, gap: number): number {
  return startOf(cluster, gap) + (cluster.members.length - 1) * gap
}

function inside({ members, centre }: Cluster, gap: number, from: number, to: number): number {
  const half = ((members.length - 1) * gap) / 2
  return Math.min(Math.max(centre, from + half), to - half)
}
