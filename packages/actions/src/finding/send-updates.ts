/**
 * Sends finding updates: at most a hundred a request, none twice, alike ones together.
 *
 * The calls succeed even when every update in them failed. So each finding's own answer counts: what somebody else
 * was changing at that moment, or what failed inside AWS, is sent again twice; anything else is that finding's outcome,
 * and a finding that the answer does not mention is `unknown`.
 */
import {
  type Applied,
  type AwsSession,
  canonical,
  type FindingRef,
  type Json,
  type JsonObject,
  type Outcome,
} from '@redress/engine'
import { chunksOf } from './chunks-of.js'
import { type Identity, identityOf, keyOf } from './identity.js'
import { type Answers, sendUpdate } from './send-update.js'
import { failureOf } from './update-failure.js'

export interface FindingUpdate {
  readonly finding: FindingRef
  /** As `updateBody` and `noteBody` make it; nothing is sent for an empty one. */
  readonly body: JsonObject
  /** What the result carries when the update was made. */
  readonly receipt: Json
}

/** Updates with the same body and the same sort of identity. */
interface Group {
  readonly body: JsonObject
  readonly identities: Map<string, Identity>
  readonly updates: FindingUpdate[]
}

/** Findings that one call takes (API reference, “BatchUpdateFindings”). */
const batchLimit = 100
const attempts = 3
const transient = ['ConcurrentUpdateError', 'InternalFailure', 'ConflictException', 'InternalServerException']

/** One result for each update, in their order. */
export async function sendUpdates(updates: readonly FindingUpdate[], aws: AwsSession): Promise<readonly Applied[]> {
  const results = new Map<FindingUpdate, Outcome | null>()
  const groups = new Map<string, Group>()
  for (const update of updates) {
    const identity = identityOf(update.finding)
    if (identity === null || Object.keys(update.body).length === 0) {
      results.set(update, identity === null ? noIdentity : null)
      continue
    }
    const key = `${identity.kind} ${canonical(update.body)}`
    const group: Group = groups.get(key) ?? { body: update.body, identities: new Map(), updates: [] }
    group.identities.set(keyOf(identity), identity)
    group.updates.push(update)
    groups.set(key, group)
  }
  for (const { body, identities, updates: members } of groups.values()) {
    const answers = await sendGroup([...identities.values()], body, aws)
    for (const update of members) {
      const identity = identityOf(update.finding)
      results.set(update, identity === null ? noIdentity : (answers.get(keyOf(identity)) ?? null))
    }
  }
  return updates.map((update) => {
    const outcome = results.get(update) ?? null
    return outcome === null ? { kind: 'done', receipt: update.receipt } : { kind: 'outcome', outcome }
  })
}

const noIdentity: Outcome = {
  kind: 'refused',
  code: 'NO_IDENTITY',
  message: 'the finding carries no product ARN, so Security Hub cannot be told which one is meant',
}

/** Outcomes by key; a finding that was updated has none. */
async function sendGroup(identities: readonly Identity[], body: JsonObject, aws: AwsSession) {
  const outcomes = new Map<string, Outcome>()
  for (const chunk of chunksOf(identities, batchLimit)) {
    let left = chunk
    for (let attempt = 1; left.length > 0; attempt++) {
      const answers = await ask(left, body, aws)
      const again: Identity[] = []
      for (const identity of left) {
        const answer = answers.get(keyOf(identity)) ?? unmentioned
        if (answer === 'done') continue
        if (attempt < attempts && answer.kind === 'failed' && transient.includes(answer.code)) again.push(identity)
        else outcomes.set(keyOf(identity), answer)
      }
      left = again
    }
  }
  return outcomes
}

const unmentioned: Outcome = {
  kind: 'unknown',
  code: 'NOT_CONFIRMED',
  message: 'Security Hub answered without saying what became of this finding',
}

/** A rejected call is the answer for every finding in it, so that what other calls did is not lost. */
async function ask(identities: readonly Identity[], body: JsonObject, aws: AwsSession): Promise<Answers> {
  try {
    return await sendUpdate(identities, body, aws)
  } catch (error) {
    const failure = failureOf(error)
    return new Map(identities.map((identity) => [keyOf(identity), failure]))
  }
}
