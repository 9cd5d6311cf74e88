/** The command that makes what is deployed: build. */
import type { Command } from 'commander'
import type { BuildOptions } from './commands/build.js'
import { examples } from './define-reading.js'
import type { Runner } from './runner.js'

export function defineBuilding(program: Command, runner: Runner): void {
  program
    .command('build')
    .summary('write rules, exceptions and playbooks as one bundle')
    .description(
      'Checks a project and writes it compiled, for `loadBundle` of @redress/engine/bundled. A project with any problem is\nnot built. The bundle holds all that the project holds but its tests, the URLs of webhooks too.',
    )
    .option('--out <bundle.json>', 'where to write it (default: bundle.json in the project)')
    .addHelpText('after', examples('redress build', 'redress build --project my-rules --out dist/bundle.json'))
    .action((options: BuildOptions, command: Command) =>
      runner(command.optsWithGlobals(), async (context) =>
        (await import('./commands/build.js')).build(context, options),
      ),
    )
}
