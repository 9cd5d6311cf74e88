/**
 * The page on fields and operators: what each must match and must not, from the tables in `packages/engine/patterns`.
 *
 * The tests of the engine run every example of the page.
 */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { findingFields, operators, readYaml, resourceFields } from '../packages/engine/dist/index.js'
import { table } from './markdown-table.mjs'

const verdicts = { must: 'MUST match', 'must-not': 'MUST NOT match', unknown: 'is UNKNOWN, because' }
const chapters = ['values', 'absence', 'any-and-all', 'resources', 'raw-paths']

export function matchingPage() {
  const general = chapters.map((name) => ({ name, ...readTable(name) }))
  const fields = readTable('fields')
  return [
    'A rule acts on what its match holds for. Three verdicts are possible: it holds, it does not hold, or it is **unknown**, because something that it asks about cannot be judged. A rule with an unknown clause does not act, and an `unless` with one vetoes.',
    'Each example is a clause and what it meets: the [sample finding](#the-sample-finding) with the values that are named, or as it stands (–). The examples are part of the tests.',
    contents(general, fields),
    `## Fields\n\n${overviewOfFields()}`,
    `## Operators\n\n${overviewOfOperators()}`,
    ...general.map((chapter) => section(chapter.title, chapter)),
    ...Object.entries(operators).map(([name, { about, kinds }]) => {
      const stands = `Stands on fields of kind ${kinds.join(', ')}.`
      return section(`\`${name}\``, { ...readTable(name), about: `${about} ${stands}` })
    }),
    sectionOfFields(fields),
    sampleSection(),
  ].join('\n\n')
}

function readTable(name) {
  const file = `packages/engine/patterns/${name}.yaml`
  const { document, problems } = readYaml(file, readFileSync(resolve(import.meta.dirname, '..', file)))
  if (document === null || problems.length > 0) throw new Error(JSON.stringify(problems))
  return document.value
}

function contents(general, fields) {
  const link = (title) => `[${title}](#${anchor(title)})`
  return [
    `- ${link('Fields')} and ${link('Operators')}, each in one table`,
    `- In general: ${general.map(({ title }) => link(title)).join(' · ')}`,
    `- Operators: ${Object.keys(operators)
      .map((name) => link(`\`${name}\``))
      .join(' · ')}`,
    `- ${link(fields.title)}`,
    `- ${link('The sample finding')}`,
  ].join('\n')
}

function anchor(title) {
  return title
    .toLowerCase()
    .replaceAll(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-')
}

function overviewOfFields() {
  const kind = (info) => (info.list ? `${info.kind}, several` : info.kind)
  return table(
    ['field', 'kind', 'about'],
    [
      ...Object.entries(findingFields).map(([name, info]) => [`\`${name}\``, kind(info), info.about]),
      ...Object.entries(resourceFields).map(([name, info]) => [`\`resource.${name}\``, kind(info), info.about]),
      ['`resource.tags.<key>`', 'string', 'A tag of the resource; dots belong to the key.'],
      ['`resource.details.<path>`', 'raw', 'A detail of the resource, as the finding carries it.'],
      ['`asff:<Path.To.Field>`', 'raw', 'A path in the raw body of an ASFF finding; absent in others.'],
      ['`ocsf:<path.to.field>`', 'raw', 'A path in the raw body of an OCSF finding; absent in others.'],
    ],
  )
}

function overviewOfOperators() {
  const rows = Object.entries(operators).map(([name, { about, kinds }]) => [
    `[\`${name}\`](#${anchor(name)})`,
    kinds.join(', '),
    about,
  ])
  return table(['operator', 'fields of kind', 'about'], rows)
}

function section(title, part) {
  const tables = Object.entries(verdicts).flatMap(([verdict, heading]) =>
    part[verdict] === undefined ? [] : [table([heading, 'clause', 'the finding has'], rowsOf(part[verdict]))],
  )
  const refused = part.refused === undefined ? [] : [table(['does not load', 'says'], part.refused.map(refusal))]
  return [`## ${title}`, part.about, ...tables, ...refused].join('\n\n')
}

/** One row an example; a statement stands before its first. */
function rowsOf(statements) {
  return statements.flatMap(({ says, examples }) =>
    examples.map((example, index) => [index === 0 ? says : '', clauses(example.match), has(example)]),
  )
}

function sectionOfFields({ title, about, fields }) {
  const rows = fields.flatMap((part) =>
    Object.keys(verdicts).flatMap((verdict) =>
      rowsOf(part[verdict] ?? []).map(([says, clause, found], index) => [
        verdict === 'must' && index === 0 ? `\`${part.field}\`` : '',
        index === 0 ? { must: 'MUST', 'must-not': 'MUST NOT', unknown: 'UNKNOWN' }[verdict] : '',
        says,
        clause,
        found,
      ]),
    ),
  )
  return [`## ${title}`, about, table(['field', 'match', '', 'clause', 'the finding has'], rows)].join('\n\n')
}

function refusal({ match, problem, hint }) {
  return [
    typeof match === 'string' ? code(match) : clauses(match),
    hint === undefined ? problem : `${problem}; ${hint}`,
  ]
}

function clauses(match) {
  const entries = Object.entries(match).map(([field, clause]) => code(`${inline(field)}: ${inline(clause)}`))
  return entries.length === 0 ? code('{}') : entries.join('<br>')
}

function has({ asff, ocsf, target = 0 }) {
  const values = Object.entries(ocsf ?? asff ?? {}).map(([path, value]) => {
    const repeated = typeof value?.repeat === 'string'
    if (repeated) return `${code(path)}: ${code(inline(value.repeat))} ${value.times} times`
    return value === null ? `no ${code(path)}` : code(`${path}: ${inline(value)}`)
  })
  const format = ocsf === undefined ? [] : ['OCSF']
  const asked = target === 0 ? [] : [`asked about \`Resources.${target}\``]
  const parts = [...format, ...values, ...asked]
  return parts.length === 0 ? '–' : parts.join('<br>')
}

/** A value as YAML in one line. */
function inline(value) {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(([key, member]) => `${inline(key)}: ${inline(member)}`)
    return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`
  }
  return typeof value === 'string' && isPlain(value) ? value : escaped(JSON.stringify(value))
}

/** True for a text that YAML reads as that text without quotes, also inside brackets. */
function isPlain(text) {
  if (/^(true|false|null|~)$/i.test(text) || /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)$/.test(text)) return false
  return (
    /^[\p{L}\p{N}/(.\\](?:[\p{L}\p{N} _./()|+=<>$\\*?-]|:(?=[^ ]))*$/u.test(text) &&
    !text.endsWith(' ') &&
    escaped(text) === text
  )
}

/** Characters that cannot be seen, or that look like others, by their numbers. */
function escaped(text) {
  return text.replaceAll(
    /\p{M}|[\u0400-\u04ff]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function code(text) {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``
}

function sampleSection() {
  const { asff, ocsf, groups } = readTable('sample')
  const block = (value) => `\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\``
  const names = Object.entries(groups).map(([name, members]) => `\`${name}\` (${members.map(code).join(', ')})`)
  return [
    '## The sample finding',
    `The clock stands at 2026-11-21T00:00:00Z. The project has the groups ${names.join(' and ')}.`,
    block(asff),
    'Where an example says OCSF, it is this one:',
    block(ocsf),
  ].join('\n\n')
}
