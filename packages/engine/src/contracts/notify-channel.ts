/**
 * `notify.channel`: the step that sends a message to a channel of the project, by its name.
 *
 * It is no action of its own: when a finding is decided it becomes the action that the channel's type wants.
 */
import { Type } from '@sinclair/typebox'

/** The name that stands after `use:`. */
export const notifyChannel = 'notify.channel'

export const notifyChannelParams = Type.Object(
  {
    channel: Type.String({ minLength: 1, description: 'Name of a channel of the project.' }),
    text: Type.String({ minLength: 1, maxLength: 10_000, description: 'The message.' }),
    subject: Type.Optional(Type.String({ minLength: 1, maxLength: 100, description: 'Subject, where there is one.' })),
  },
  { additionalProperties: false },
)
