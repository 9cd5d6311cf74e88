/**
 * Sets tags of an object; other tags of it stay.
 *
 * S3 replaces the whole set of tags, so all are sent again. It takes ten; where ours do not fit, nothing is done.
 */
import { defineAction, sameJson } from '@redress/engine'
import { Type } from '@sinclair/typebox'
import { isAwsError } from '../aws/is-aws-error.js'
import { s3 } from './client.js'
import { bucketAndKey, ObjectName } from './object-name.js'

const maxTags = 10

export const tagObject = defineAction({
  name: 's3.tag-object',
  summary: 'Set tags of an object and keep its others.',
  resource: 'AWS::S3::Object',
  risk: 'safe',
  reversible: 'full',
  permissions: {
    read: ['s3:GetObjectTagging', 's3:GetObjectVersionTagging'],
    write: ['s3:PutObjectTagging', 's3:PutObjectVersionTagging'],
  },

  params: Type.Object(
    {
      object: ObjectName,
      versionId: Type.Optional(
        Type.String({ minLength: 1, maxLength: 1024, description: 'The current one if absent.' }),
      ),
      // A list and not a map, so that a playbook's parameter can give the key.
      tags: Type.Array(
        Type.Object(
          { key: Type.String({ minLength: 1, maxLength: 128 }), value: Type.String({ maxLength: 256 }) },
          { additionalProperties: false },
        ),
        { minItems: 1, maxItems: maxTags, description: 'Tags to set; for a key given twice the later one counts.' },
      ),
    },
    { additionalProperties: false },
  ),

  describe: ({ object, tags }) => `tag object ${object} with ${tags.map(({ key }) => key).join(', ')}`,

  async plan({ object, versionId, tags: asked }, aws) {
    const { client, GetObjectTaggingCommand } = await s3(aws)
    try {
      const { TagSet = [] } = await client.send(
        new GetObjectTaggingCommand({ ...bucketAndKey(object), ...version(versionId) }),
      )
      const tags = Object.fromEntries(TagSet.map(({ Key = '', Value = '' }) => [Key, Value]))
      const wanted = { ...tags, ...Object.fromEntries(asked.map(({ key, value }) => [key, value])) }
      if (sameJson(tags, wanted)) return { kind: 'closed', state: { tags } }
      const count = Object.keys(wanted).length
      if (count > maxTags) {
        const message = `object \`${object}\` would have ${count} tags, and S3 takes ${maxTags}`
        return { kind: 'refused', code: 'TOO_MANY_TAGS', message }
      }
      return { kind: 'change', before: { tags }, after: { tags: wanted } }
    } catch (error) {
      if (isAwsError(error, 'NoSuchKey', 'NoSuchVersion', 'NoSuchBucket')) return { kind: 'gone' }
      throw error
    }
  },

  async apply(params, { after }, aws) {
    await put(params, after.tags, aws)
    return null
  },
  async undo(params, { before }, aws) {
    await put(params, before?.tags ?? {}, aws)
  },
})

async function put(
  { object, versionId }: { readonly object: string; readonly versionId?: string },
  tags: { readonly [key: string]: string },
  aws: Parameters<typeof s3>[0],
): Promise<void> {
  const { client, PutObjectTaggingCommand } = await s3(aws)
  const TagSet = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }))
  await client.send(
    new PutObjectTaggingCommand({ ...bucketAndKey(object), ...version(versionId), Tagging: { TagSet } }),
  )
}

function version(versionId: string | undefined) {
  return versionId === undefined ? {} : { VersionId: versionId }
}
