/** Commands that change nothing in AWS and need none: init, check, test, decide, explain, catalog. */
import { type Command, Option } from 'commander'
import type { Runner } from './runner.js'

export function defineReading(program: Command, runner: Runner): void {
  program
    .command('init')
    .summary('write a project folder to start from')
    .description('Writes a project folder that works as it is: one rule, one finding, a test, a world to simulate.')
    .argument('[dir]', 'folder to write to', '.')
    .option('--from <finding.json>', 'write the rule and its test for this finding')
    .addHelpText('after', examples('redress init my-rules', 'redress init my-rules --from finding.json'))
    .action((dir: string, options: { from?: string }, command: Command) =>
      runner(command.optsWithGlobals(), async (context) =>
        (await import('./commands/init.js')).init(context, dir, options),
      ),
    )

  program
    .command('check')
    .summary('load everything and print every problem')
    .description(
      'Loads a project, or a folder of playbooks, and prints every problem as file:line:column message (code).',
    )
    .argument('[path...]', 'files or folders to report on; everything when none is given')
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json', 'github']).default('text'))
    .addHelpText('after', examples('redress check', 'redress check rules/prod.yaml', 'redress check --format github'))
    .action((paths: string[], options: { format: string }, command: Command) =>
      runner(command.optsWithGlobals(), async (context) =>
        (await import('./commands/check.js')).check(context, paths, options),
      ),
    )

  program
    .command('test')
    .summary('run the tests of rules and playbooks')
    .description('Runs each case against an AWS in process: decide, plan, apply, verify, plan again, undo.')
    .argument(
      '[path...]',
      'test files or folders, of a project or of a folder of playbooks; all tests when none is given',
    )
    .option('--junit <file>', 'also write the results as JUnit XML')
    .addHelpText(
      'after',
      examples(
        'redress test',
        'redress test tests/prod.test.yaml --junit results.xml',
        'redress test catalog/playbooks/s3',
      ),
    )
    .action((paths: string[], options: { junit?: string }, command: Command) =>
      runner(command.optsWithGlobals(), async (context) =>
        (await import('./commands/test.js')).test(context, paths, options),
      ),
    )

  program
    .command('decide')
    .summary('show which rules match, without AWS')
    .description('Shows for each finding and target which rules match and what they ask for. Nothing is read from AWS.')
    .argument('<findings...>', 'files, folders, or - for standard input')
    .option('--jobs <n>', 'threads that decide; more than one pays from about 10,000 findings', '1')
    .option('--skim', 'read only what is asked for; for exports that you trust to be valid JSON')
    .addHelpText(
      'after',
      examples(
        'redress decide findings/',
        'cat findings.ndjson | redress decide - --json',
        'redress decide export.ndjson --json --jobs 4 > decisions.json',
      ),
    )
    .action((findings: string[], options: { jobs: string; skim?: true }, command: Command) =>
      runner(command.optsWithGlobals(), async (context) =>
        (await import('./commands/decide.js')).decide(context, findings, options),
      ),
    )

  program
    .command('explain')
    .summary('show why a rule matches a finding, or why not')
    .description('Judges one rule clause by clause: what it wants, what the finding has, and the verdict.')
    .argument('<finding>', 'file with findings, or - for standard input')
    .requiredOption('--rule <id>', 'id of a rule, a playbook or an exception')
    .addHelpText('after', examples('redress explain findings/ec2.2.json --rule close-default-groups'))
    .action((finding: string, options: { rule: string }, command: Command) =>
      runner(command.optsWithGlobals(), async (context) =>
        (await import('./commands/explain.js')).explain(context, finding, options),
      ),
    )

  const catalog = program.command('catalog').helpCommand(false).summary('look into the catalogue of playbooks')
  catalog.description('Lists the playbooks of the catalogue and of the project, or shows one of them.')
  catalog
    .command('list')
    .summary('list playbooks')
    .argument('[prefix]', 'only ids that start with this, such as `S3`')
    .addHelpText('after', examples('redress catalog list', 'redress catalog list S3 --json'))
    .action((prefix: string | undefined, _options: object, command: Command) =>
      runner(command.optsWithGlobals(), async (context) =>
        (await import('./commands/catalog.js')).listCatalog(context, prefix ?? ''),
      ),
    )
  catalog
    .command('show')
    .summary('show one playbook: why, what it breaks, what it does, what a person does')
    .argument('<control>', 'id of a control or playbook, such as `EC2.2`')
    .addHelpText('after', examples('redress catalog show EC2.2'))
    .action((control: string, _options: object, command: Command) =>
      runner(command.optsWithGlobals(), async (context) =>
        (await import('./commands/catalog.js')).showCatalog(context, control),
      ),
    )
}

/** The examples at the end of a command's help. */
export function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  ${line}\n`).join('')}`
}
