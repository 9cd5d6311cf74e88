/** What a step with `notify.channel` gives, for checking rules when they are loaded and for editors. */
import { Type } from '@sinclair/typebox'
import { longestMessage, longestSubject } from './notify-channel.js'

export const notifyChannelParams = Type.Object(
  {
    channel: Type.String({ minLength: 1, description: 'Name of a channel of the project.' }),
    text: Type.String({ minLength: 1, maxLength: longestMessage, description: 'The message.' }),
    subject: Type.Optional(
      Type.String({ minLength: 1, maxLength: longestSubject, description: 'Subject, where there is one.' }),
    ),
  },
  { additionalProperties: false },
)
