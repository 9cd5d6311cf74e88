/**
 * The command line's grammar: commands, arguments, options, help. Nothing runs here.
 *
 * A command's code is imported when it is called, so that `redress --help` loads neither engine nor SDK.
 */
import { Command } from 'commander'
import { defineActing } from './define-acting.js'
import { defineBuilding } from './define-building.js'
import { defineReading } from './define-reading.js'
import type { Io } from './io.js'
import type { Runner } from './runner.js'

export function createProgram(io: Io, runner: Runner): Command {
  const program = new Command('redress')
    .description(
      'Puts AWS Security Hub findings right: rules in YAML say what should happen, a plan shows exactly\nwhat would change, and whatever was changed can be taken back.',
    )
    .usage('<command> [options]')
    .option('--project <dir>', 'folder that holds redress.yaml', undefined)
    .option('--json', 'print one JSON document')
    .option('--no-color', 'no colours (the variable NO_COLOR does the same)')
    .option('--debug', 'show stacks of errors')
    .helpOption('-h, --help', 'show help for a command')
    .helpCommand(false)
    .version(version, '-V, --version', 'show the version')
    .showSuggestionAfterError(true)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      // Errors are told by `main`, in one form for all of them.
      writeErr: () => {},
      getOutHelpWidth: () => io.columns,
      getErrHelpWidth: () => io.columns,
    })
    .configureHelp({ showGlobalOptions: true })
    .addHelpText('after', afterHelp)
  defineReading(program, runner)
  defineBuilding(program, runner)
  defineActing(program, runner)
  return program
}

const version = '0.1.0'

const afterHelp = `
Findings come from files, folders, NDJSON or standard input (-), as ASFF or OCSF.
Without a project folder, decide and plan use the whole catalogue and only show.

Start here:
  redress init my-rules          a project with one rule, a finding and a test
  redress plan findings/         what your findings would change
`
