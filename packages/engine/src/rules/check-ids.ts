/**
 * Ids must be unique, must not be names that objects have by birth, and files of playbooks are named after them.
 */
import { limits } from '../contracts/documents/limits.js'
import { isForbiddenName } from '../contracts/forbidden-names.js'
import type { Problem } from '../contracts/problem.js'
import { type Documents, placed, type Sourced } from './documents.js'
import { inWords } from './in-words.js'

interface Named {
  readonly what: string
  readonly id: string
  readonly source: Sourced<unknown>
  readonly pointer: string
}

/** Problems of the ids in a project's own documents. */
export function checkIds(documents: Documents): readonly Problem[] {
  const rules = documents.Rules.flatMap((source) =>
    source.document.rules.map(({ id }, index): Named => ({ what: 'rule', id, source, pointer: `/rules/${index}/id` })),
  )
  const exceptions = documents.Exceptions.flatMap((source) =>
    source.document.exceptions.map(
      ({ id }, index): Named => ({ what: 'exception', id, source, pointer: `/exceptions/${index}/id` }),
    ),
  )
  const whole = (what: string, sources: readonly Sourced<{ readonly id: string }>[]) =>
    sources.map((source): Named => ({ what, id: source.document.id, source, pointer: '/id' }))
  const playbooks = whole('playbook', documents.Playbook)
  const standards = whole('standard', documents.Standard)
  return [
    ...[rules, exceptions, playbooks, standards].flatMap((list) => [...repeated(list), ...list.flatMap(forbidden)]),
    ...playbooks.flatMap((named) => misnamed(named, `${named.id}.yaml`)),
    ...documents.PlaybookTest.flatMap((source) => {
      const id = source.document.playbook
      return misnamed({ what: 'test', id, source, pointer: '/playbook' }, `${id}.test.yaml`)
    }),
    ...tooMany(rules),
  ]
}

function repeated(list: readonly Named[]): readonly Problem[] {
  const first = new Map<string, Named>()
  return list.flatMap((named) => {
    const before = first.get(named.id)
    if (before === undefined) {
      first.set(named.id, named)
      return []
    }
    const { line, column } = before.source.locate(before.pointer, 'value')
    const message = `the ${named.what} ${inWords(named.id)} is there already, at ${before.source.file}:${line}:${column}`
    return problem(named, 'document.duplicate-id', message, 'give it another id')
  })
}

function forbidden(named: Named): readonly Problem[] {
  if (!isForbiddenName(named.id)) return []
  const message = `the id ${inWords(named.id)} is the name of a prototype member`
  return problem(named, 'yaml.forbidden-key', message, 'use another id')
}

function misnamed(named: Named, name: string): readonly Problem[] {
  const { file } = named.source
  const actual = file.slice(file.lastIndexOf('/') + 1)
  if (actual === name) return []
  const message = `the file is named ${inWords(actual)} and is about ${inWords(named.id)}`
  return problem(named, 'document.file-name', message, `name it \`${name}\``)
}

function tooMany(rules: readonly Named[]): readonly Problem[] {
  const over = rules[limits.rules]
  return over === undefined
    ? []
    : problem(over, 'document.too-many', `the project has more than ${limits.rules} rules`, 'split the project')
}

function problem({ source, pointer }: Named, code: Problem['code'], message: string, hint: string): readonly Problem[] {
  return placed(source, [{ pointer, at: 'value', code, message, hint }])
}
