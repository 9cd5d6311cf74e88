/** Turns whatever a command threw into lines for a person and an exit code for a script. */
import { type Code, RedressError } from '@redress/engine'
import { CommanderError } from 'commander'
import type { Context } from './context.js'
import { type ExitCode, exitCode } from './exit-code.js'
import { clean } from './show/clean.js'
import { problemLines } from './show/problems.js'

export function tellError(error: unknown, context: Context, debug: boolean): ExitCode {
  const told = tell(error)
  const { noteStyle } = context
  if (told.problems !== null) context.note(told.problems)
  context.note(`${noteStyle.red('redress:')} ${clean(told.message)}\n`)
  if (told.hint !== null) context.note(`  ${clean(told.hint)}\n`)
  if (debug && error instanceof Error) context.note(`${error.stack ?? ''}\n${causeOf(error)}`)
  return told.exit
}

interface Told {
  readonly message: string
  readonly hint: string | null
  readonly problems: string | null
  readonly exit: ExitCode
}

function tell(error: unknown): Told {
  if (error instanceof CommanderError) return { ...fromCommander(error), problems: null, exit: exitCode.usage }
  if (error instanceof RedressError) {
    return {
      message: `${error.message} (${error.code})`,
      hint: error.hint,
      problems: error.problems.length === 0 ? null : problemLines(error.problems),
      exit: exitOf(error.code),
    }
  }
  const message = error instanceof Error ? error.message : String(error)
  return {
    message: `something unexpected went wrong: ${firstLine(message)}`,
    hint: 'add --debug to see where',
    problems: null,
    exit: exitCode.no,
  }
}

/** What the user gave is wrong or cannot be read: 2. What AWS, the journal or a guard said: 1. */
function exitOf(code: Code): ExitCode {
  const stage = code.slice(0, code.indexOf('.'))
  return ['usage', 'yaml', 'document', 'rules', 'finding', 'run'].includes(stage) ? exitCode.usage : exitCode.no
}

/** `error: unknown option '--jsn'\n(Did you mean --json?)` in our own words. */
function fromCommander({ message, code }: CommanderError): { readonly message: string; readonly hint: string } {
  if (code === 'commander.help') {
    return { message: 'no command was given (usage.option)', hint: 'add --help to see the commands' }
  }
  const [first = '', second] = message.replace(/^error: /, '').split('\n')
  const near = /\(Did you mean (?:one of )?(.+?)\?\)/.exec(second ?? '')?.[1]
  const text = first.replaceAll("'", '`').replace(/\.$/, '')
  return {
    message: `${text} (usage.option)`,
    hint: near === undefined ? hintFor(code) : `did you mean \`${near}\`?`,
  }
}

function hintFor(code: string): string {
  return code === 'commander.unknownCommand'
    ? '`redress --help` lists the commands'
    : 'add --help to see what the command takes'
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? ''
}

function causeOf(error: Error): string {
  return error.cause instanceof Error ? `caused by ${error.cause.stack ?? error.cause.message}\n` : ''
}
