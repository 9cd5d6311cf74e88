/** Updates of findings in Security Hub. */
export { defineFindingUpdate, type FindingUpdateDefinition } from './define-finding-update.js'
export { findingSource } from './finding-source.js'
export { note } from './note.js'
export { setFields } from './set-fields.js'
export { setSeverity } from './set-severity.js'
export { setWorkflow } from './set-workflow.js'
export { suppress } from './suppress.js'
export type { Wanted } from './want-member.js'
