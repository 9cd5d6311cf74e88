import { describe, expect, it } from 'vitest'
import type { Json } from '../contracts/json.js'
import { checkTemplates } from './check-templates.js'

const inRule = { parameters: [], playbook: false }
const inPlaybook = { parameters: ['days', 'bucketName'], playbook: true }
const syntax = 'write `${path}` or `${path | filter}` with one of upper, lower, first, join, json'

describe('a value may be written', () => {
  it.each<Json>([
    'plain text',
    '$${not.a.name} and $',
    'in ${finding.account} of ${ resource.tags.Team }',
    '${finding.types}',
    'types: ${finding.types | join}',
    '${resource.details.VpcId | upper}',
    '${asff:Severity.Product}',
    '${finding.ageDays} days',
    '${playbook.title}: ${playbook.guide} ${rule.id}',
    { a: ['${finding.id}', { b: '${finding.region}' }], n: 3, t: true, z: null },
  ])('as %j', (value) => expect(checkTemplates(value, '', inRule)).toEqual([]))

  it('with the parameters of its playbook', () => {
    expect(checkTemplates('${parameters.days}', '', inPlaybook)).toEqual([])
  })
})

describe('a template is refused', () => {
  const cases: readonly (readonly [string, string, string | null])[] = [
    ['${finding.acount}', 'unknown name `finding.acount`', 'did you mean `finding.account`?'],
    ['${account}', 'unknown name `account`', 'did you mean `finding.account`?'],
    ['${playbook.steps}', 'unknown name `playbook.steps`', 'did you mean `playbook.breaks`?'],
    ['${parameters.day}', 'unknown name `parameters.day`', 'did you mean `parameters.days`?'],
    ['${constructor}', 'unknown name `constructor`', null],
    ['a ${finding.id', '`${finding.id` is malformed: it has no `}`', syntax],
    ['${}', '`${}` is malformed: it names nothing', syntax],
    ['${finding.id | shout}', '`${finding.id | shout}` is malformed: `shout` is no filter', syntax],
    [
      '${finding.id | upper | lower}',
      '`${finding.id | upper | lower}` is malformed: it has more than one filter',
      syntax,
    ],
    ['${finding.${x}}', '`${finding.${x}` is malformed: one stands in another', syntax],
    [
      'all: ${finding.types}',
      '`finding.types` holds several values, which stand in a longer text',
      'write `${finding.types | join}` or `${finding.types | first}`',
    ],
    [
      'all: ${finding.types | upper}',
      '`finding.types` holds several values, which stand in a longer text',
      'write `${finding.types | join}` or `${finding.types | first}`',
    ],
  ]
  it.each(cases)('%s', (text, message, hint) => {
    expect(checkTemplates(text, '/with/text', inPlaybook)).toEqual([
      { pointer: '/with/text', at: 'value', code: 'rules.template', message, hint },
    ])
  })

  it('that names a parameter outside a playbook', () => {
    expect(checkTemplates('${parameters.days}', '', inRule)).toMatchObject([
      {
        message: '`parameters.days` is known inside a playbook only',
        hint: 'parameters belong to playbooks; write the value itself',
      },
    ])
  })

  it('at its own place, each of several', () => {
    const value = { a: ['ok', '${x}'], 'b/c': '${y} ${z}' }
    expect(checkTemplates(value, '/with', inRule).map(({ pointer, message }) => [pointer, message])).toEqual([
      ['/with/a/1', 'unknown name `x`'],
      ['/with/b~1c', 'unknown name `y`'],
      ['/with/b~1c', 'unknown name `z`'],
    ])
  })
})
