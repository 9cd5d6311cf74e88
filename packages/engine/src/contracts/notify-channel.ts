/**
 * `notify.channel`: the step that sends a message to a channel of the project, by its name.
 *
 * It is no action of its own: when a finding is decided it becomes the action that the channel's type wants.
 */

/** The name that stands after `use:`. */
export const notifyChannel = 'notify.channel'

/** In characters, once every `${…}` has its value. */
export const longestMessage = 10_000
export const longestSubject = 100
