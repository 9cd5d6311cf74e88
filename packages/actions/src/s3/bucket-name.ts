/** Parameter: the name of a bucket. */
import { Type } from '@sinclair/typebox'

/** 3 to 63 lower-case letters, digits, dots and hyphens (S3 user guide, “Bucket naming rules”). */
export const BucketName = Type.String({
  pattern: '^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$',
  description: 'Name of the bucket.',
})
