/** `redress explain`: why a rule, playbook or exception matches a finding, or what keeps it from it. */
import { didYouMean } from '@redress/engine'
import { type Context, printJson } from '../context.js'
import { type ExitCode, exitCode } from '../exit-code.js'
import { openDecider } from '../load/engine.js'
import { exitWith, readAll } from '../load/findings.js'
import type { Loaded } from '../load/project.js'
import { type Explained, explainOutput } from '../output/decide.js'
import { explainText } from '../show/explain-text.js'
import { usageError } from '../usage-error.js'

export async function explain(context: Context, path: string, { rule }: { readonly rule: string }): Promise<ExitCode> {
  const decider = await openDecider(context)
  mustKnow(rule, decider)
  const read = await readAll(context, [path])
  const explained = read.findings.flatMap((finding) =>
    decider.engine.explain(finding, rule).map((explanation): Explained => ({ finding: finding.id, explanation })),
  )
  if (context.json) printJson(context, explainOutput(explained))
  else context.print(explainText(explained, context))
  return exitWith(exitCode.done, read)
}

function mustKnow(id: string, { project }: Loaded): void {
  const ids = [
    ...project.rules.map(({ rule }) => rule.id),
    ...project.exceptions.map(({ exception }) => exception.id),
    ...project.playbooks.keys(),
  ]
  if (ids.includes(id)) return
  const hint = didYouMean(id, ids) ?? '`redress decide` names the rules that match'
  throw usageError(`there is no rule, exception or playbook \`${id}\``, hint)
}
