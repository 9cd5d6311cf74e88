/**
 * From the files of a project to what `decide` works on. This file puts the stages together that reading needs.
 *
 * One bad document refuses the whole set: a rule that is left out may be the one that held another back.
 */
import type { Action } from './contracts/action.js'
import { canonical, type Json, sha256 } from './contracts/json.js'
import type { CatalogBundle, LoadedProject, LoadedTest } from './contracts/loaded.js'
import { type Problem, RedressError } from './contracts/problem.js'
import { compileMatch } from './match/compile-match.js'
import { catalogRules } from './rules/catalog-rules.js'
import type { CheckContext } from './rules/check-context.js'
import { checkIds } from './rules/check-ids.js'
import { checkPatterns } from './rules/check-patterns.js'
import { checkProjectDocument } from './rules/check-project.js'
import { checkTests } from './rules/check-tests.js'
import { compileExceptions } from './rules/compile-exceptions.js'
import { compilePlaybooks } from './rules/compile-playbooks.js'
import { compileRules } from './rules/compile-rules.js'
import { type Documents, originOf, placed, type Sourced, sortDocuments } from './rules/documents.js'
import { type ProjectFiles, readDocuments } from './rules/read-documents.js'
import { checkTemplates } from './template/check-templates.js'
import { compileWhen } from './when/compile-when.js'

/** What a project is loaded from. */
export interface ProjectInput {
  /** Text or bytes by path, relative to the project and written with `/`; files without a place are ignored. */
  readonly files: ProjectFiles
  readonly catalog?: CatalogBundle
  /** Actions that steps may use. */
  readonly actions: readonly Action[]
  /** Milliseconds since 1970; when given, exceptions that have expired are reported. */
  readonly now?: number
}

/** What checking found. */
export interface CheckedProject {
  /** All problems, in the order of files and lines. */
  readonly problems: readonly Problem[]
  /** `null` when there is any problem but an expired exception, which merely no longer holds. */
  readonly project: LoadedProject | null
  /** How much the project itself holds; the catalogue does not count. */
  readonly counts: {
    readonly rules: number
    readonly exceptions: number
    readonly playbooks: number
    readonly tests: number
  }
}

/** Reads and checks a project; never throws for what its files say. */
export async function checkProject(input: ProjectInput): Promise<CheckedProject> {
  const read = readDocuments(input.files)
  const own = sortDocuments(read.checked)
  const catalogue = sortDocuments((input.catalog?.documents ?? []).map(fromCatalog))
  const [project = null] = own.Project
  const everyPlaybook = [...catalogue.Playbook, ...own.Playbook]
  const context: CheckContext = {
    compilers: { match: compileMatch, when: compileWhen, templates: checkTemplates },
    actions: new Map(input.actions.map((action) => [action.name, action])),
    project: project?.document ?? null,
    playbooks: new Map(everyPlaybook.map(({ document }) => [document.id, document])),
    incomplete: read.incomplete,
  }
  const { rules, problems: ruleProblems } = compileRules(own.Rules, context)
  const { exceptions, problems: exceptionProblems } = compileExceptions(own.Exceptions, context, input.now ?? null)
  const { playbooks, problems: playbookProblems } = compilePlaybooks(catalogue.Playbook, own.Playbook, context)
  const version = input.catalog?.version ?? null
  const problems = [
    ...read.problems,
    ...checkIds(own),
    ...(project === null ? [] : placed(project, checkProjectDocument(project.document, context, version))),
    ...ruleProblems,
    ...exceptionProblems,
    ...playbookProblems,
    ...checkPatterns([...rules, ...exceptions, ...playbooks.values()]),
    ...checkTests(own, context),
  ].sort(byPlace)
  const isFirstLook = project === null && own.Rules.length === 0
  const loaded: LoadedProject = {
    project: context.project,
    rules: isFirstLook ? catalogRules(playbooks.values()) : rules,
    exceptions,
    playbooks,
    standards: standardsOf(catalogue, own),
    tests: testsOf(own),
    hash: await hashOf([...decidingSources(catalogue), ...decidingSources(own)]),
  }
  return {
    problems,
    project: problems.every(({ code }) => code === 'rules.expired') ? loaded : null,
    counts: {
      rules: rules.length,
      exceptions: exceptions.length,
      playbooks: own.Playbook.length,
      tests: loaded.tests.reduce((sum, { test }) => sum + test.cases.length, 0),
    },
  }
}

/** Reads a project that must be sound; throws a `RedressError` with all problems otherwise. */
export async function loadProject(input: ProjectInput): Promise<LoadedProject> {
  const { project, problems } = await checkProject(input)
  if (project !== null) return project
  const [first] = problems
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`
  throw new RedressError(first?.code ?? 'usage.input', `the project does not load: ${count}`, {
    problems,
    hint: 'run `redress check` to see them',
  })
}

function fromCatalog({ file, document }: { readonly file: string; readonly document: Json }): Sourced<Json> {
  return { file, document, locate: () => ({ line: 1, column: 1 }), source: () => null }
}

function standardsOf(catalogue: Documents, own: Documents): LoadedProject['standards'] {
  const standards = [...catalogue.Standard, ...own.Standard].map(({ document }) => document)
  return [...new Map(standards.map((standard) => [standard.id, standard])).values()]
}

function testsOf(own: Documents): readonly LoadedTest[] {
  const tests = [...own.PlaybookTest, ...own.RuleTest]
  const linesOf = ({ document, locate }: (typeof tests)[number]) =>
    document.cases.map((_, index) => locate(`/cases/${index}`, 'value').line)
  return tests
    .map((source) => ({ test: source.document, origin: originOf(source, ''), lines: linesOf(source) }))
    .sort(byFile)
}

function byFile(a: LoadedTest, b: LoadedTest): number {
  return a.origin.file < b.origin.file ? -1 : 1
}

/** Every document that decides something; tests do not. */
function decidingSources(documents: Documents): readonly Sourced<unknown>[] {
  const { Project, Rules, Exceptions, Playbook, Standard } = documents
  return [...Project, ...Rules, ...Exceptions, ...Playbook, ...Standard]
}

function hashOf(sources: readonly Sourced<unknown>[]): Promise<string> {
  const sorted = sources.map(({ file, document }) => ({ file, document })).sort((a, b) => (a.file < b.file ? -1 : 1))
  return sha256(canonical(sorted))
}

function byPlace(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1
  return a.line - b.line || a.column - b.column
}
