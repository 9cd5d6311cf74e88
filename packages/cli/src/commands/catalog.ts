/** `redress catalog`: the playbooks that there are, and one of them in full. A project's own ones are among them. */
import { didYouMean, type LoadedProject, type Playbook } from '@redress/engine'
import { type Context, printJson } from '../context.js'
import { type ExitCode, exitCode } from '../exit-code.js'
import { openProject } from '../load/project.js'
import type { CatalogListOutput, CatalogShowOutput } from '../output/lists.js'
import { listText, playbookText } from '../show/catalog-text.js'
import { usageError } from '../usage-error.js'

export async function listCatalog(context: Context, prefix: string): Promise<ExitCode> {
  const { project, catalog } = await openProject(context)
  const playbooks = [...project.playbooks.values()]
    .map(({ playbook }) => playbook)
    .filter(({ id }) => id.toLowerCase().startsWith(prefix.toLowerCase()))
    .sort((a, b) => byId(a.id, b.id))
    .map(entry)
  if (playbooks.length === 0 && prefix !== '') {
    const hint = didYouMean(prefix, project.playbooks.keys()) ?? '`redress catalog list` lists them all'
    throw usageError(`no playbook begins with \`${prefix}\``, hint)
  }
  const output: CatalogListOutput = { version: catalog.version, playbooks }
  if (context.json) printJson(context, output)
  else context.print(listText(output, context))
  return exitCode.done
}

export async function showCatalog(context: Context, id: string): Promise<ExitCode> {
  const { project } = await openProject(context)
  const found = [...project.playbooks.values()].find(({ playbook }) => playbook.id.toLowerCase() === id.toLowerCase())
  if (found === undefined) {
    const hint = didYouMean(id, project.playbooks.keys()) ?? '`redress catalog list` lists them'
    throw usageError(`there is no playbook \`${id}\``, hint)
  }
  const output = whole(found.playbook, project)
  if (context.json) printJson(context, output)
  else context.print(playbookText(output, context))
  return exitCode.done
}

function entry({ id, title, version, status, steps, impact }: Playbook): CatalogListOutput['playbooks'][number] {
  return {
    id,
    title,
    version,
    status,
    automation: steps.length === 0 ? 'guided' : 'automatic',
    actions: [...new Set(steps.map(({ use }) => use))],
    impact: impact.level,
  }
}

function whole(playbook: Playbook, project: LoadedProject): CatalogShowOutput {
  return {
    ...entry(playbook),
    why: playbook.why.trim(),
    breaks: playbook.impact.breaks,
    parameters: Object.entries(playbook.parameters).map(([name, { type, description, default: value }]) => ({
      name,
      type,
      description,
      default: value === undefined ? null : JSON.stringify(value),
    })),
    guide: [...playbook.guide],
    falsePositives: [...playbook.falsePositives],
    references: [...playbook.references],
    standards: project.standards.flatMap((standard) =>
      standard.requirements
        .filter(({ controls }) => controls.includes(playbook.id))
        .map((requirement) => ({ standard: standard.title, requirement: requirement.id })),
    ),
  }
}

/** `S3.8` before `S3.17`. */
function byId(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true })
}
