/** Parameter: the name of an IAM user. */
import { Type } from '@sinclair/typebox'

/** The name alone, without the path that may stand before it in the user's ARN. */
export const UserName = Type.String({
  pattern: '^[A-Za-z0-9+=,.@_-]{1,64}$',
  description: 'Name of the IAM user, without path.',
})
