/** The engine's public names. */

export { type ActionDefinition, type AppliedChange, defineAction, type PlannedAs } from './action/define-action.js'
export { defineSetting, type Hold, type Setting, type SettingDefinition } from './action/define-setting.js'
export { buildBundle } from './build-bundle.js'
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
export type { Bundle } from './contracts/bundle.js'
export { type Code, codes } from './contracts/codes.js'
export { canonicalControl, isKnownControl, knownControls } from './contracts/controls.js'
export { copyFinding, copyResource } from './contracts/copy-finding.js'
export type { DecidedStep, Decision, Explanation, HeldRule } from './contracts/decision.js'
export type { Playbook, Standard } from './contracts/documents/playbook.js'
export type { PlaybookTest, RuleTest, TestCase } from './contracts/documents/tests.js'
export { engineVersion } from './contracts/engine-version.js'
export { type FieldInfo, type FieldKind, findingFields, resourceFields } from './contracts/field-table.js'
export { fieldNames } from './contracts/fields.js'
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
export { findingRef } from './contracts/finding-ref.js'
export type {
  IntentReceipt,
  JournalEntry,
  JournalRecord,
  JournalStore,
  RecordedChange,
  RunSummary,
} from './contracts/journal.js'
export { canonical, isJsonObject, type Json, type JsonObject, own, sameJson, sha256 } from './contracts/json.js'
export type {
  CatalogBundle,
  Condition,
  LoadedException,
  LoadedPlaybook,
  LoadedProject,
  LoadedRule,
  LoadedTest,
  Origin,
} from './contracts/loaded.js'
export type { ClauseTrace, Matcher, PointerProblem, Subject, Truth } from './contracts/match.js'
export { didYouMean, nearest } from './contracts/nearest.js'
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
export { planSchema } from './contracts/plan-schema.js'
export type {
  Approvals,
  AwsCredentials,
  AwsPort,
  AwsSession,
  AwsTarget,
  ClientSettings,
  Clock,
  FindingSource,
  Ids,
  KillSwitch,
} from './contracts/ports.js'
export { formatProblem, type Problem, RedressError } from './contracts/problem.js'
export { canonicalResourceType } from './contracts/resource-types.js'
export { editorSchemas } from './editor-schemas.js'
export { createEngine, type DecideOptions, type Engine, type EngineOptions, type RunOptions } from './engine.js'
export { type ChainResult, verifyChain } from './journal/chain.js'
export { listRuns } from './journal/history.js'
export { memoryJournal } from './journal/memory-journal.js'
export { loadBundle } from './load-bundle.js'
export { type CheckedProject, checkProject, loadProject, type ProjectInput } from './load-project.js'
export { operators } from './match/operators.js'
export { parsePlan } from './plan/parse-plan.js'
export { readFindings, readValue } from './read-findings.js'
export { outcomeText, verdictText } from './report/outcome-text.js'
export { type Counts, type Summary, summarise } from './report/summarise.js'
export { type ReadYaml, readYaml, type YamlDocument } from './rules/read-yaml.js'
export { skimFindings, skimLine } from './skim-findings.js'
export { systemClock, systemIds } from './system-ports.js'
