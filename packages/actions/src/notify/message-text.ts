/** Parameters: subject and text of a message. */
import { Type } from '@sinclair/typebox'

export const MessageSubject = Type.String({ maxLength: 500, description: 'One line above the text.' })

/** 20,000 characters stay below SNS's and EventBridge's 256 KB in any script. */
export const MessageText = Type.String({
  minLength: 1,
  maxLength: 20_000,
  pattern: '\\S',
  description: 'What to say; plain text of one or more lines.',
})
