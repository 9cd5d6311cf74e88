/** Problems of documents, as text for people, for editors, and as annotations on GitHub. */
import { formatProblem, type Problem } from '@redress/engine'
import { clean } from './clean.js'
import { counted } from './words.js'

/** `file:line:col message (code)` each, hints on lines of their own. */
export function problemLines(problems: readonly Problem[]): string {
  return problems.map((problem) => `${formatProblem(problem).split('\n').map(clean).join('\n')}\n`).join('')
}

/** Workflow commands that GitHub Actions shows beside the line. */
export function githubAnnotations(problems: readonly Problem[]): string {
  return problems
    .map(({ file, line, column, code, message, hint }) => {
      const place = `file=${property(file)},line=${line},col=${column},title=${property(code)}`
      return `::error ${place}::${data(hint === null ? message : `${message}\n${hint}`)}\n`
    })
    .join('')
}

export interface LoadedCounts {
  readonly rules: number
  readonly exceptions: number
  readonly playbooks: number
}

/** `2 rules, 1 exception, 33 playbooks`. */
export function countsText({ rules, exceptions, playbooks }: LoadedCounts): string {
  return [counted(rules, 'rule'), counted(exceptions, 'exception'), counted(playbooks, 'playbook')].join(', ')
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
