/** The engine's public names. */

export { type ActionDefinition, type AppliedChange, defineAction, type PlannedAs } from './action/define-action.js'
export { defineSetting, type Setting, type SettingDefinition } from './action/define-setting.js'
export type {
  Action,
  ActionContext,
  ActionItem,
  Applied,
  ApplyItem,
  Permissions,
  Planned,
  UndoItem,
} from './contracts/action.js'
export { type Code, codes } from './contracts/codes.js'
export type {
  Arrival,
  Finding,
  FindingItem,
  FindingRef,
  RefusedFinding,
  Resource,
  Severity,
  Workflow,
} from './contracts/finding.js'
export type { IntentReceipt, JournalEntry, JournalRecord, JournalStore } from './contracts/journal.js'
export { canonical, isJsonObject, type Json, type JsonObject, own, sameJson, sha256 } from './contracts/json.js'
export type {
  Change,
  ChangeOutcome,
  Mode,
  Outcome,
  OutcomeKind,
  Plan,
  Report,
  Reversible,
  Risk,
  Unplanned,
  Verdict,
} from './contracts/plan.js'
export type {
  Approvals,
  AwsCredentials,
  AwsPort,
  AwsSession,
  AwsTarget,
  ClientSettings,
  Clock,
  Ids,
  KillSwitch,
} from './contracts/ports.js'
export { formatProblem, type Problem, RedressError } from './contracts/problem.js'
