/**
 * The engine for a bundle: all that a Lambda needs to decide, plan, apply and undo, and nothing that reads YAML.
 *
 * Its files import neither the YAML parser nor the libraries of schemas; what checks parameters is loaded with the
 * first plan. Names are those of `@redress/engine` and mean the same.
 */

export type { Action } from './contracts/action.js'
export type { Bundle } from './contracts/bundle.js'
export type { DecidedStep, Decision, Explanation, HeldRule } from './contracts/decision.js'
export { engineVersion } from './contracts/engine-version.js'
export type { Arrival, Finding, FindingItem, RefusedFinding, Resource } from './contracts/finding.js'
export type { JournalRecord, JournalStore, RunSummary } from './contracts/journal.js'
export type { Json, JsonObject } from './contracts/json.js'
export type { LoadedProject } from './contracts/loaded.js'
export type { Change, ChangeOutcome, Mode, Outcome, Plan, Report } from './contracts/plan.js'
export type { Approvals, AwsPort, Clock, FindingSource, Ids, KillSwitch } from './contracts/ports.js'
export { formatProblem, type Problem, RedressError } from './contracts/problem.js'
export { createEngine, type DecideOptions, type Engine, type EngineOptions, type RunOptions } from './engine.js'
export { memoryJournal } from './journal/memory-journal.js'
export { loadBundle } from './load-bundle.js'
export { readFindings, readValue } from './read-findings.js'
