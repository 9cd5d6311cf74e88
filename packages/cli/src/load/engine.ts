/**
 * Puts the engine together for a command: project, AWS or the one in process, journal, kill switch, approvals.
 *
 * A simulation has a journal of its own, so that it can never be taken for what was done to a real account.
 */
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { World } from '@redress/actions/testing'
import {
  type AwsPort,
  createEngine,
  type Engine,
  type Finding,
  type Mode,
  type Plan,
  type Report,
} from '@redress/engine'
import { fileJournal } from '@redress/engine/node'
import type { Context } from '../context.js'
import { startProgress } from '../show/progress.js'
import { type Loaded, openProject } from './project.js'
import { openWorld, saveWorld } from './world.js'

export interface AwsOptions {
  readonly simulate?: string | true
  readonly endpointUrl?: string
  readonly journal?: string
}

export interface Session extends Loaded {
  readonly engine: Engine
  /** Keeps what a simulation changed; nothing to do for a real AWS, or where nothing was changed. */
  keep(report: Report): Promise<void>
}

export async function openEngine(context: Context, options: AwsOptions, mode: Mode): Promise<Session> {
  const loaded = await openProject(context)
  const world = options.simulate === undefined ? null : await openWorld(context, options.simulate)
  const { parts } = context
  const { findingSource } = await import('@redress/actions/finding')
  const aws = world === null ? await realAws(loaded, options) : world.aws
  const engine = createEngine({
    project: loaded.project,
    actions: loaded.actions,
    aws,
    findings: findingSource(aws),
    trustFiles: true,
    journal: fileJournal(await journalPath(context, options)),
    clock: parts.clock,
    ids: parts.ids,
    killSwitch: { isStopped: async () => existsSync(join(context.folder.path, '.redress', 'stop')) },
    mode,
  })
  return { ...loaded, engine, keep: (report) => keep(context, world, report) }
}

/** Plans as an explicit request: rules with `on: request` are for the command line too. */
export async function planFindings(context: Context, { engine }: Session, findings: readonly Finding[]): Promise<Plan> {
  const progress = startProgress(context, 'reading AWS')
  try {
    return await engine.plan(findings, { request: true, progress: (done, total) => progress.step(done, total) })
  } finally {
    progress.stop()
  }
}

/** An engine that can only judge: for commands that must never need AWS or a journal. */
export async function openDecider(context: Context): Promise<Loaded & { readonly engine: Engine }> {
  const loaded = await openProject(context)
  const { project, actions } = loaded
  const engine = createEngine({ project, actions, clock: context.parts.clock, mode: 'apply' })
  return { ...loaded, engine }
}

/** Where runs are recorded; the folder is made when a run is about to be. */
export async function journalPath({ folder, io }: Context, options: AwsOptions): Promise<string> {
  if (options.journal !== undefined) return resolve(io.cwd, options.journal)
  const name = options.simulate === undefined ? 'journal.jsonl' : 'simulated-journal.jsonl'
  return join(folder.path, '.redress', name)
}

export async function makeJournalFolder(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
}

async function realAws({ project }: Loaded, { endpointUrl }: AwsOptions): Promise<AwsPort> {
  const { connectAws } = await import('@redress/actions/aws')
  const role = project.project?.roles?.remediation
  return connectAws({
    ...(role === undefined ? {} : { role }),
    ...(endpointUrl === undefined ? {} : { endpoint: endpointUrl }),
  })
}

async function keep(context: Context, world: World | null, { outcomes }: Report): Promise<void> {
  const untouched = ['noop', 'skipped', 'refused']
  if (world === null || outcomes.every(({ outcome }) => untouched.includes(outcome.kind))) return
  await saveWorld(context, world)
}
