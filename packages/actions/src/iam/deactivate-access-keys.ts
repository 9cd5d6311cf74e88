/**
 * Deactivates the access keys of one user that are too old or idle; never deletes one.
 *
 * The state holds only keys that offend, with their status: a key made in the meantime is not of it, so rotating a
 * key does not stand in the way of undo. A key that gets used again drops out and so stops a change that was planned.
 */
import type { IAMClient } from '@aws-sdk/client-iam'
import { defineSetting } from '@redress/engine'
import { type Static, Type } from '@sinclair/typebox'
import { isAwsError } from '../aws/is-aws-error.js'
import { iam } from './client.js'
import { UserName } from './user-name.js'

const day = 86_400_000

const params = Type.Object(
  {
    user: UserName,
    olderThanDays: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 3650, description: 'A key offends that was made more days ago than this.' }),
    ),
    idleDays: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 3650,
        description: 'A key offends that was last used, or if never, made more days ago than this.',
      }),
    ),
    spareUsedWithinDays: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: 3650,
        description: 'A key used within so many days is left alone, however old; 0 spares none.',
      }),
    ),
    keyId: Type.Optional(
      Type.String({
        pattern: '^[A-Z0-9]{16,128}$',
        description: 'Only this key; without an age or idleness it offends in any case.',
      }),
    ),
  },
  // The user alone would deactivate nothing or everything; which of the two is not for us to guess.
  { additionalProperties: false, minProperties: 2 },
)

export const deactivateAccessKeys = defineSetting({
  name: 'iam.deactivate-access-keys',
  summary: 'Deactivate the access keys of a user that are too old or were not used for long.',
  resource: 'AWS::IAM::User',
  risk: 'disruptive',
  permissions: { read: ['iam:ListAccessKeys', 'iam:GetAccessKeyLastUsed'], write: ['iam:UpdateAccessKey'] },

  params,

  describe: ({ user, olderThanDays, idleDays, keyId, spareUsedWithinDays = 0 }) => {
    const reasons = [
      ...(olderThanDays === undefined ? [] : [`older than ${olderThanDays} days`]),
      ...(idleDays === undefined ? [] : [`unused for ${idleDays} days`]),
    ].join(' or ')
    const which = keyId === undefined ? 'access keys' : `access key ${keyId}`
    const spared = spareUsedWithinDays === 0 ? '' : `, unless used within ${spareUsedWithinDays} days`
    return `deactivate ${which} of user ${user}${reasons === '' ? '' : ` if ${reasons}`}${spared}`
  },

  async read(asked, aws, { now }) {
    const { client } = await iam(aws)
    const keys = await listKeys(client, asked.user)
    if (keys === null) return null
    const state: { [keyId: string]: 'Active' | 'Inactive' } = {}
    for (const key of keys) if (await offends(client, key, asked, now)) state[key.id] = key.status
    return state
  },
  want: (current) => Object.fromEntries(Object.keys(current).map((id) => [id, 'Inactive' as const])),
  async write({ user }, next, aws, current) {
    const { client, UpdateAccessKeyCommand } = await iam(aws)
    for (const [id, status] of Object.entries(next)) {
      if (current[id] === status) continue
      // Without a user name IAM takes the caller's own key; the schema lets no empty name through.
      await client.send(new UpdateAccessKeyCommand({ UserName: user, AccessKeyId: id, Status: status }))
    }
  },
})

interface Key {
  readonly id: string
  readonly status: 'Active' | 'Inactive'
  readonly created: number
}

/** All keys of the user, by id; `null` when there is no such user. */
async function listKeys(client: IAMClient, user: string): Promise<readonly Key[] | null> {
  const { ListAccessKeysCommand } = await import('./sdk.js')
  const keys: Key[] = []
  let marker: string | undefined
  try {
    do {
      const page = await client.send(
        new ListAccessKeysCommand({ UserName: user, ...(marker === undefined ? {} : { Marker: marker }) }),
      )
      for (const { AccessKeyId, Status, CreateDate } of page.AccessKeyMetadata ?? []) {
        // A key that lacks a date is one that cannot be judged, and `Expired` ones are shut already.
        if (AccessKeyId === undefined || CreateDate === undefined || Status === 'Expired') continue
        keys.push({
          id: AccessKeyId,
          status: Status === 'Active' ? 'Active' : 'Inactive',
          created: CreateDate.getTime(),
        })
      }
      marker = page.IsTruncated === true && page.Marker !== marker ? page.Marker : undefined
    } while (marker !== undefined)
  } catch (error) {
    if (isAwsError(error, 'NoSuchEntityException')) return null
    throw error
  }
  return keys.sort((a, b) => (a.id < b.id ? -1 : 1))
}

async function offends(client: IAMClient, key: Key, asked: Static<typeof params>, now: number): Promise<boolean> {
  const { olderThanDays, idleDays, keyId, spareUsedWithinDays = 0 } = asked
  if (keyId !== undefined && key.id !== keyId) return false
  const isOlder = (than: number | undefined) => than !== undefined && now - key.created > than * day
  const always = keyId !== undefined && olderThanDays === undefined && idleDays === undefined
  const old = always || isOlder(olderThanDays)
  if (!old && !isOlder(idleDays)) return false
  if (old && spareUsedWithinDays === 0) return true
  const used = await lastUsed(client, key)
  if (used !== null && now - used <= spareUsedWithinDays * day) return false
  return old || (idleDays !== undefined && now - (used ?? key.created) > idleDays * day)
}

/** `null` for a key that was never used since AWS tracks it. */
async function lastUsed(client: IAMClient, { id }: Key): Promise<number | null> {
  const { GetAccessKeyLastUsedCommand } = await import('./sdk.js')
  const { AccessKeyLastUsed } = await client.send(new GetAccessKeyLastUsedCommand({ AccessKeyId: id }))
  return AccessKeyLastUsed?.LastUsedDate?.getTime() ?? null
}
