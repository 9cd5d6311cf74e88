/**
 * Why a filter and alarm must not be created: a log group or topic that is not there, or a name that is taken.
 *
 * AWS would take most of these calls: it lets an alarm name a topic that does not exist, and a second filter or alarm
 * of the same name replaces the first without a word.
 */
import type { AwsSession, Hold } from '@redress/engine'
import { type AlarmState, alarmExists, subscribersOf } from './alarms.js'
import { type FilterState, findFilters } from './metric-filters.js'

interface Wanted {
  readonly logGroupName: string
  readonly filterName: string
  readonly alarmName: string
  readonly topicArn: string
}

/** `null` when nothing stands in the way. */
export async function whyNotCreate(
  { filter, alarm }: { readonly filter: FilterState | null; readonly alarm: AlarmState | null },
  { logGroupName, filterName, alarmName, topicArn }: Wanted,
  aws: AwsSession,
): Promise<Hold | null> {
  const filters = await findFilters(logGroupName, aws)
  if (filters === null) return refused('LOG_GROUP_NOT_FOUND', `there is no log group \`${logGroupName}\``)
  if (filter === null && filters.some((found) => found.filter.name === filterName)) {
    return refused('NAME_TAKEN', `a metric filter \`${filterName}\` with another pattern is there already`)
  }
  if (alarm === null && (await alarmExists(alarmName, aws))) {
    const message = `an alarm \`${alarmName}\` is there already, on another metric or without a topic that somebody hears`
    return refused('NAME_TAKEN', message)
  }
  const [, partition, , region] = topicArn.split(':')
  if (partition !== aws.partition || region !== aws.region) {
    return refused('TOPIC_REGION', `the topic is in ${region}, and an alarm in ${aws.region} needs one there`)
  }
  const subscribers = await subscribersOf(topicArn, aws)
  if (subscribers === null) return refused('TOPIC_NOT_FOUND', `there is no topic \`${topicArn}\``)
  if (subscribers > 0) return null
  return refused('TOPIC_WITHOUT_SUBSCRIBER', `the topic \`${topicArn}\` has no confirmed subscriber`)
}

function refused(code: string, message: string): Hold {
  return { kind: 'refused', code, message }
}
