/** Messages to people and systems. */
export { defineMessage, type MessageDefinition } from './define-message.js'
export { eventbridge } from './eventbridge.js'
export { sns } from './sns.js'
export { webhook } from './webhook.js'
