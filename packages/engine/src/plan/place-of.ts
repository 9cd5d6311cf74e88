/** Where a step runs: in the target's account, at Security Hub, or from where Redress itself runs. */
import type { Action } from '../contracts/action.js'
import type { Decision } from '../contracts/decision.js'
import type { Project } from '../contracts/documents/project.js'
import type { JsonObject } from '../contracts/json.js'
import { partitionOf } from '../contracts/partition-of.js'
import type { AwsPort, AwsTarget } from '../contracts/ports.js'

export interface PlaceFacts {
  readonly project: Project | null
  readonly home: () => ReturnType<AwsPort['home']>
}

/** Account, Region and partition for one step; `null` where the finding does not tell them. */
export async function placeOf(
  action: Action,
  params: JsonObject,
  { finding, ...decision }: Decision,
  { project, home }: PlaceFacts,
): Promise<AwsTarget | null> {
  switch (action.place) {
    case 'target':
      return complete(decision.account, decision.region, decision.partition)
    case 'hub': {
      const region = project?.hub?.region ?? finding.region
      return complete(project?.hub?.account ?? finding.account, region, decision.partition ?? partitionOf(region))
    }
    case 'home': {
      const { account, partition } = await home()
      return complete(account, action.region?.(params) ?? finding.region ?? decision.region, partition)
    }
    default:
      return action.place satisfies never
  }
}

function complete(account: string | null, region: string | null, partition: string | null): AwsTarget | null {
  if (account === null || region === null || partition === null) return null
  return { account, region, partition }
}
