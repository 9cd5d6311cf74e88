/** Commands that read or change AWS, or an AWS in process with `--simulate`: plan, apply, undo, history. */
import type { Command } from 'commander'
import type { ApplyOptions } from './commands/apply.js'
import type { HistoryOptions } from './commands/history.js'
import type { PlanOptions } from './commands/plan.js'
import type { UndoOptions } from './commands/undo.js'
import { examples } from './define-reading.js'
import type { Runner } from './runner.js'

export function defineActing(program: Command, runner: Runner): void {
  const plan = program
    .command('plan')
    .summary('show exactly what would change')
    .description('Reads the present state from AWS and shows each change, before and after. Changes nothing.')
    .argument('<findings...>', 'files, folders, or - for standard input')
    .option('--out <plan.json>', 'write the plan for `redress apply --plan`')
    .option('--html <plan.html>', 'write the plan as a page for a browser or a ticket')
  withAws(plan)
    .addHelpText(
      'after',
      examples(
        'redress plan findings/',
        'redress plan findings/ --out plan.json --html plan.html',
        'redress plan findings/ --simulate',
      ),
    )
    .action((findings: string[], options: PlanOptions, command: Command) =>
      runner(command.optsWithGlobals(), async (context) =>
        (await import('./commands/plan.js')).plan(context, findings, options),
      ),
    )

  const apply = program
    .command('apply')
    .summary('make the changes')
    .description('Plans and acts, or acts on a plan that was written before. On a terminal it shows the plan and asks.')
    .argument('[findings...]', 'files, folders, or - for standard input')
    .option('--plan <plan.json>', 'act on this plan and on nothing else')
    .option('-y, --yes', 'do not ask')
    .option('--approve <id...>', 'approve these changes of rules in mode `approve`, by their ids in the plan')
  withJournal(withAws(apply))
    .addHelpText(
      'after',
      examples('redress apply findings/', 'redress apply --plan plan.json --yes', 'redress apply findings/ --simulate'),
    )
    .action((findings: string[], options: ApplyOptions, command: Command) =>
      runner(command.optsWithGlobals(), async (context) =>
        (await import('./commands/apply.js')).apply(context, findings, options),
      ),
    )

  const undo = program
    .command('undo')
    .summary('take back what a run changed')
    .description('Puts back what a run changed, in reverse, where nobody has changed it since.')
    .argument('<run>', 'id of a run, or `last`')
    .option('-y, --yes', 'do not ask')
  withJournal(withAws(undo))
    .addHelpText('after', examples('redress undo last', 'redress undo last --simulate'))
    .action((run: string, options: UndoOptions, command: Command) =>
      runner(command.optsWithGlobals(), async (context) =>
        (await import('./commands/undo.js')).undo(context, run, options),
      ),
    )

  const history = program
    .command('history')
    .summary('list runs')
    .description('Lists the runs in the journal, newest first, with what came of them.')
    .option('--simulate', 'runs of the simulation')
  withJournal(history)
    .addHelpText('after', examples('redress history', 'redress history --simulate --json'))
    .action((options: HistoryOptions, command: Command) =>
      runner(command.optsWithGlobals(), async (context) =>
        (await import('./commands/history.js')).history(context, options),
      ),
    )
}

function withAws(command: Command): Command {
  return command
    .option('--simulate [world]', 'take an AWS in process instead, in the state of this file')
    .option('--endpoint-url <url>', 'send all calls to this address instead of AWS')
}

function withJournal(command: Command): Command {
  return command.option('--journal <file>', 'the journal of runs (default: .redress/journal.jsonl in the project)')
}
