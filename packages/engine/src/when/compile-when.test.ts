import fc from 'fast-check'
import jsonLogic from 'json-logic-js'
import { describe, expect, it } from 'vitest'
import type { Finding, Resource } from '../contracts/finding.js'
import type { Json } from '../contracts/json.js'
import type { Truth } from '../contracts/match.js'
import { sampleFinding, sampleNow, sampleResource } from '../testing/sample-finding.js'
import { compileWhen } from './compile-when.js'

function judge(expression: Json, finding: Partial<Finding> = {}, resource: Partial<Resource> = {}) {
  const { condition, problems } = compileWhen(expression, '')
  expect(problems).toEqual([])
  const subject = { finding: sampleFinding(finding), resource: sampleResource(resource), now: sampleNow }
  const { truth, detail, found } = condition.explain(subject)
  expect(condition.judge(subject)).toBe(truth)
  return { truth, detail, found }
}

const v = (name: string) => ({ var: name })
const types = ['TTPs/Discovery', 'Effects/Data Exposure']
const raw = {
  raw: { Numbers: [1, 2, 3], Mixed: [1, 'two'], One: 7, Text: '10', Yes: true, Object: { a: 1 }, Empty: '' },
}

describe('a condition is judged as JSONLogic says', () => {
  const cases: readonly (readonly [Json, Truth])[] = [
    [true, 'yes'],
    [false, 'no'],
    [{ '>=': [v('finding.ageDays'), 2] }, 'yes'],
    [{ '>': [v('finding.ageDays'), 20] }, 'no'],
    [{ '==': [v('finding.severity'), 'HIGH'] }, 'yes'],
    [{ '===': [v('finding.control'), 'EC2.2'] }, 'yes'],
    [{ '!=': [v('finding.control'), 'EC2.2'] }, 'no'],
    [{ '!==': [v('finding.control'), 'S3.1'] }, 'yes'],
    [{ '<': [0, v('finding.severityScore'), 100] }, 'yes'],
    [{ '<=': [70, v('finding.severityScore'), 69] }, 'no'],
    [{ '<': [v('finding.created'), '2026-11-02'] }, 'yes'],
    [{ '<=': [v('finding.created'), '2026-11-01'] }, 'yes'],
    [{ '==': [v('finding.created'), '2026-11-01T01:00:00+01:00'] }, 'yes'],
    [{ '<': [v('finding.created'), v('finding.updated')] }, 'yes'],
    [{ and: [{ '==': [v('finding.control'), 'EC2.2'] }, { '>': [v('finding.severityScore'), 69] }] }, 'yes'],
    [{ and: [true, false] }, 'no'],
    [{ or: [false, { '==': [1, 1] }] }, 'yes'],
    [{ '!': { '==': [1, 2] } }, 'yes'],
    [{ '!': [true] }, 'no'],
    [{ '!!': [{ missing: ['finding.company'] }] }, 'no'],
    [{ if: [{ '==': [v('resource.tags.Environment'), 'dev'] }, false, true] }, 'no'],
    [{ '==': [{ if: [true, 'a', false, 'b', 'c'] }, 'a'] }, 'yes'],
    [{ in: [v('finding.control'), ['EC2.2', 'S3.1']] }, 'yes'],
    [{ in: ['Effects/Data Exposure', v('finding.types')] }, 'yes'],
    [{ in: [v('finding.severity'), ['LOW', 'MEDIUM']] }, 'no'],
    [{ some: [v('finding.types'), { '==': [v(''), 'TTPs/Discovery'] }] }, 'yes'],
    [{ all: [v('finding.types'), { in: [v(''), types] }] }, 'yes'],
    [{ none: [v('finding.types'), { '==': [v(''), 'x'] }] }, 'yes'],
    [{ some: [v('asff:Numbers'), { '>': [v(''), 2] }] }, 'yes'],
    [{ all: [{ map: [v('asff:Numbers'), { '==': [v(''), v('')] }] }, v('')] }, 'yes'],
    [{ in: [3, { filter: [v('asff:Numbers'), { '<': [v(''), 3] }] }] }, 'no'],
    [{ all: [{ filter: [v('asff:Numbers'), { '>': [v(''), 9] }] }, false] }, 'no'],
    [{ none: [{ filter: [v('asff:Numbers'), { '>': [v(''), 9] }] }, true] }, 'yes'],
    [{ '==': [v('asff:One'), 7] }, 'yes'],
    [v('asff:Yes'), 'yes'],
    [{ '==': [{ var: ['finding.criticality', 50] }, 50] }, 'yes'],
    [{ in: ['a', { var: ['finding.requirement', ['a', 'b']] }] }, 'yes'],
    [{ '>': [{ var: ['finding.lastObserved', '2026-01-01'] }, '2026-06-01'] }, 'yes'],
    [{ missing: ['finding.criticality'] }, 'yes'],
    [{ missing: 'finding.control' }, 'no'],
    [{ '!': { missing: ['finding.control', 'resource.tags.Environment'] } }, 'yes'],
    [{ in: ['resource.tags.owner', { missing: ['resource.tags.owner', 'finding.control'] }] }, 'yes'],
  ]
  it.each(cases)('%j', (expression, truth) => expect(judge(expression, { types, ...raw }).truth).toBe(truth))
})

describe('a condition is in doubt', () => {
  const unreadable = { tags: null, unreadable: { tags: 'it is a number' } }
  it.each<readonly [string, Json, string]>([
    ['a name is absent', { '<': [v('finding.criticality'), 50] }, '`finding.criticality` is absent'],
    [
      'a name is absent where logic needs it not',
      { or: [true, { '==': [v('finding.criticality'), 1] }] },
      '`finding.criticality` is absent',
    ],
    ['a tag is absent', { '!=': [v('resource.tags.owner'), 'me'] }, '`resource.tags.owner` is absent'],
    ['a raw value has another type', { '==': [v('asff:Text'), 10] }, '`==` cannot compare a text with a number'],
    ['raw texts are put in order', { '<': [v('asff:Text'), v('asff:Text')] }, '`<` cannot compare a text with a text'],
    ['a raw value is no condition', { '!': v('asff:Text') }, '`!` wants conditions, not a text'],
    ['a raw value alone is no condition', v('asff:Text'), 'a condition is true or false, not a text'],
    ['a raw path has several values', { '==': [v('asff:Numbers'), 1] }, '`asff:Numbers` has several values'],
    [
      'a raw path leads to an object',
      { '==': [v('asff:Object'), 1] },
      '`asff:Object` is unreadable: it is an object, not a value',
    ],
    [
      'items have different types',
      { some: [v('asff:Mixed'), { '==': [v(''), 1] }] },
      '`==` cannot compare a text with a number',
    ],
    [
      'a list holds another type',
      { in: [1, v('asff:Mixed')] },
      '`in` cannot find a number in a list that holds a text',
    ],
  ])('when %s', (_, expression, detail) => {
    expect(judge(expression, raw)).toMatchObject({ truth: 'unknown', detail })
  })

  it('when a name is unreadable, also for `missing` and behind a default', () => {
    const detail = '`resource.tags.a` is unreadable: it is a number'
    for (const expression of [{ missing: ['resource.tags.a'] }, { '==': [{ var: ['resource.tags.a', 'x'] }, 'x'] }]) {
      expect(judge(expression, {}, unreadable)).toMatchObject({ truth: 'unknown', detail })
    }
  })

  it('when it would take too many steps', () => {
    const hundred = Array.from({ length: 60 }, (_, index) => index)
    const inner = { some: [hundred, { '==': [v(''), -1] }] }
    const expression = { some: [v('asff:Numbers'), inner] }
    const few = { raw: { Numbers: [1, 2, 3] } }
    const many = { raw: { Numbers: Array.from({ length: 2000 }, (_, index) => index) } }
    expect(judge(expression, few).truth).toBe('no')
    expect(judge(expression, many)).toMatchObject({
      truth: 'unknown',
      detail: 'the condition takes more than 100000 steps',
    })
  })
})

describe('a condition is refused at load', () => {
  const allowed = 'there are var missing and or ! !! if == === != !== < <= > >= in some all none filter map'
  const cases: readonly (readonly [Json, string, string, string | null])[] = [
    [
      { '==': [v('finding.sevrity'), 'HIGH'] },
      '/w/==/0/var',
      'unknown field `finding.sevrity`',
      'did you mean `finding.severity`?',
    ],
    [{ '==': [v('severity'), 'HIGH'] }, '/w/==/0/var', 'unknown field `severity`', 'did you mean `finding.severity`?'],
    [
      { '==': [v('finding.control.length'), 1] },
      '/w/==/0/var',
      'unknown field `finding.control.length`',
      'did you mean `finding.control`?',
    ],
    [{ '==': [v('constructor'), 1] }, '/w/==/0/var', 'unknown field `constructor`', null],
    [
      { '==': [v('__proto__.toString.name'), 'toString'] },
      '/w/==/0/var',
      'unknown field `__proto__.toString.name`',
      null,
    ],
    [{ missing: ['toString'] }, '/w/missing/0', 'unknown field `toString`', null],
    [{ '!': v('') }, '/w/!/var', 'the whole finding is no value', null],
    [{ '!': { var: [] } }, '/w/!/var', '`var` wants a name as a plain text', null],
    [{ '!': { var: null } }, '/w/!/var', '`var` wants a name as a plain text', null],
    [{ '!': { var: { if: [true, 'a', 'b'] } } }, '/w/!/var', '`var` wants a name as a plain text', null],
    [{ '!': { var: ['finding.title', 'x', 'y'] } }, '/w/!/var', '`var` takes a name and a default, nothing more', null],
    [
      { '==': [{ var: ['finding.title', { var: 'finding.id' }] }, 'x'] },
      '/w/==/0/var',
      'the default of `finding.title` does not fit it: `{"var":"finding.id"}`',
      null,
    ],
    [
      { '==': [{ var: ['finding.severityScore', '0'] }, 1] },
      '/w/==/0/var',
      'the default of `finding.severityScore` does not fit it: `"0"`',
      null,
    ],
    [{ missing: v('finding.types') }, '/w/missing', '`missing` wants names as plain texts', null],
    [{ missing: { map: [v('finding.types'), v('')] } }, '/w/missing', '`missing` wants names as plain texts', null],
    [{ missing: [0] }, '/w/missing/0', '`missing` wants names as plain texts', null],
    [{ missing: [] }, '/w/missing', '`missing` names nothing', null],
    [{ missing_some: [1, ['finding.title']] }, '/w/missing_some', 'unknown operator `missing_some`', allowed],
    [{}, '/w', 'an object in a condition has exactly one operator, not none', null],
    [{ '==': [1, 2], '!=': [1, 2] }, '/w', 'an object in a condition has exactly one operator, not `==`, `!=`', null],
    [{ or: [true, { equals: [1, 1] }] }, '/w/or/1/equals', 'unknown operator `equals`', allowed],
    [{ log: 'x' }, '/w/log', 'unknown operator `log`', allowed],
    [{ method: ['x', 'toString'] }, '/w/method', 'unknown operator `method`', allowed],
    [{ reduce: [[1], v('current'), 0] }, '/w/reduce', 'unknown operator `reduce`', allowed],
    [{ cat: ['a', 'b'] }, '/w/cat', 'unknown operator `cat`', allowed],
    [{ '+': ['12abc', 1] }, '/w/+', 'unknown operator `+`', 'did you mean `!`?'],
    [{ constructor: ['x'] }, '/w/constructor', 'unknown operator `constructor`', allowed],
    [{ hasOwnProperty: ['x'] }, '/w/hasOwnProperty', 'unknown operator `hasOwnProperty`', allowed],
    [{ and: [] }, '/w/and', '`and` takes 1 to 100 operands, not 0', null],
    [{ or: [] }, '/w/or', '`or` takes 1 to 100 operands, not 0', null],
    [{ '==': [1] }, '/w/==', '`==` takes 2 operands, not 1', null],
    [{ '>': [1, 2, 3] }, '/w/>', '`>` takes 2 operands, not 3', null],
    [{ if: [true, 'a', false, 'b'] }, '/w/if', '`if` takes an odd number, 3 or more operands, not 4', null],
    [
      { '==': [v('finding.criticality'), null] },
      '/w/==/1',
      '`null` is no value to compare with',
      'ask for absence with `{ "missing": ["…"] }`',
    ],
    [
      { in: ['CRIT', v('finding.severity')] },
      '/w/in',
      '`in` wants a list second',
      'parts of a text are asked for by `prefix`, `suffix` or `wildcard` in the match',
    ],
    [
      { in: ['', 'CRITICAL'] },
      '/w/in',
      '`in` wants a list second',
      'parts of a text are asked for by `prefix`, `suffix` or `wildcard` in the match',
    ],
    [{ in: [1, ['1']] }, '/w/in', '`in` cannot find a number in a list that holds a text', null],
    [{ in: [[1], [1]] }, '/w/in', '`in` wants a single value first', null],
    [{ '==': ['0', false] }, '/w/==', '`==` cannot compare a text with a boolean', null],
    [{ '==': ['', 0] }, '/w/==', '`==` cannot compare a text with a number', null],
    [{ '==': [[1], 1] }, '/w/==', '`==` cannot compare a list with a number', null],
    [{ '==': [v('finding.types'), 'x'] }, '/w/==', '`==` cannot compare a list with a text', null],
    [
      { '<': ['10', '9'] },
      '/w/<',
      '`<` cannot compare a text with a text',
      'only numbers and times have an order; use `in` for labels',
    ],
    [
      { '<': ['10', 9] },
      '/w/<',
      '`<` cannot compare a text with a number',
      'only numbers and times have an order; use `in` for labels',
    ],
    [
      { '>=': [v('finding.severity'), 'HIGH'] },
      '/w/>=',
      '`>=` cannot compare a severity with a text',
      'only numbers and times have an order; use `in` for labels',
    ],
    [
      { '<': [v('finding.created'), 'yesterday'] },
      '/w/<',
      '`<` cannot compare a time with a text',
      'only numbers and times have an order; use `in` for labels',
    ],
    [
      { '<': [v('finding.created'), '2026-02-30'] },
      '/w/<',
      '`<` cannot compare a time with a text',
      'only numbers and times have an order; use `in` for labels',
    ],
    [
      { '==': [v('finding.workflow'), 'SUPRESSED'] },
      '/w/==/1',
      '`workflow` is never `SUPRESSED`',
      'did you mean `SUPPRESSED`?',
    ],
    [
      { '!': { in: [v('finding.severity'), ['HIGH', 'CRITCAL']] } },
      '/w/!/in/1/1',
      '`severity` is never `CRITCAL`',
      'did you mean `CRITICAL`?',
    ],
    [{ '!!': '0' }, '/w/!!', '`!!` wants conditions, not a text', null],
    [{ '!': 0 }, '/w/!', '`!` wants conditions, not a number', null],
    [{ and: [true, v('finding.title')] }, '/w/and', '`and` wants conditions, not a text', null],
    [{ if: [v('finding.title'), true, false] }, '/w/if', '`if` wants a condition, not a text', null],
    [{ if: [true, 'a', 1] }, '/w/if', '`if` gives a text or a number', null],
    ['always', '/w', 'a condition is true or false, not a text', null],
    [null, '/w', '`null` is no value to compare with', 'ask for absence with `{ "missing": ["…"] }`'],
    [{ none: ['text', true] }, '/w/none', '`none` wants a list first, not a text', null],
    [{ all: [v('finding.title'), true] }, '/w/all', '`all` wants a list first, not a text', null],
    [{ some: [v('finding.types'), v('')] }, '/w/some/1/var', '`some` is true or false, not a text', null],
    [
      { some: [v('finding.types'), { '==': [v('finding.control'), v('')] }] },
      '/w/some/1/==/0/var',
      '`finding.control` is out of sight inside an iteration',
      'name the item as `{ "var": "" }`; nothing else is in sight there',
    ],
    [
      { some: [v('finding.types'), { '!': { missing: ['finding.control'] } }] },
      '/w/some/1/!/missing',
      '`missing` cannot stand inside an iteration',
      null,
    ],
    [{ in: [1, [[1]]] }, '/w/in/1/0', 'a list stands in a list', null],
  ]
  it.each(cases)('%j', (expression, pointer, message, hint) => {
    const { condition, problems } = compileWhen(expression, '/w')
    expect(problems.map((problem) => ({ ...problem, at: null }))).toEqual([
      { pointer, at: null, code: 'rules.when', message, hint },
    ])
    expect(condition.judge({ finding: sampleFinding(), resource: null, now: sampleNow })).toBe('unknown')
  })

  it('for its size', () => {
    const deep = (depth: number): Json => (depth === 0 ? true : { '!': deep(depth - 1) })
    expect(compileWhen(deep(19), '').problems).toEqual([])
    expect(compileWhen(deep(20), '').problems.map(({ message }) => message)).toEqual([
      'the condition is nested deeper than 20 levels',
    ])
    expect(compileWhen(deep(5000), '').problems).toHaveLength(1)
    const wide = (count: number): Json => ({ in: [0, Array.from({ length: count }, (_, index) => index)] })
    expect(compileWhen(wide(497), '').problems).toEqual([])
    expect(compileWhen(wide(498), '').problems.map(({ message }) => message)).toEqual([
      'the condition has more than 500 parts',
    ])
    const nest = (depth: number): Json =>
      depth === 0 ? false : { some: [Array.from({ length: 60 }, () => 1), nest(depth - 1)] }
    expect(compileWhen(nest(4), '').problems.map(({ message }) => message)).toEqual([
      'the condition takes more than 100000 steps',
    ])
  })
})

describe('what a finding holds is never logic', () => {
  it('an operator in the raw body is not run', () => {
    const evil = { raw: { k: [{ log: 'run' }], Text: '{"var":""}' } }
    expect(judge({ '==': [v('asff:Text'), '{"var":""}'] }, evil).truth).toBe('yes')
    expect(judge({ some: [v('asff:k'), { '==': [v(''), 'x'] }] }, evil)).toMatchObject({ truth: 'unknown' })
    expect(compileWhen({ missing: { var: 'asff:k' } }, '').problems).toHaveLength(1)
  })

  it('a tag is found by its whole key, dots and prototype names too', () => {
    const tags = { 'a.b': 'x', constructor: 'y' }
    expect(judge({ '==': [v('resource.tags.a.b'), 'x'] }, {}, { tags }).truth).toBe('yes')
    expect(judge({ '==': [v('resource.tags.constructor'), 'y'] }, {}, { tags }).truth).toBe('yes')
    expect(judge({ '==': [v('resource.tags.toString'), 'y'] }, {}, { tags }).truth).toBe('unknown')
  })

  it('an empty text is there, and is not missing', () => {
    expect(judge({ missing: ['asff:Empty'] }, raw).truth).toBe('no')
    expect(judge({ '==': [v('asff:Empty'), ''] }, raw).truth).toBe('yes')
  })
})

describe('explaining', () => {
  it('tells what each name was found to be', () => {
    const expression = {
      and: [
        { '>=': [v('finding.ageDays'), 2] },
        { '!': { missing: ['finding.criticality'] } },
        { in: ['a', v('finding.types')] },
      ],
    }
    expect(judge(expression, { types })).toEqual({
      truth: 'no',
      detail: null,
      found: { 'finding.ageDays': 20, 'finding.criticality': null, 'finding.types': types },
    })
  })
})

describe('laws', () => {
  const leaf = fc.constantFrom<Json>(
    true,
    false,
    { '==': [v('finding.control'), 'EC2.2'] },
    { '>': [v('finding.severityScore'), 80] },
    { in: [v('finding.region'), ['eu-west-1']] },
    { missing: ['finding.criticality'] },
  )
  const tree: fc.Arbitrary<Json> = fc.letrec<{ node: Json }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      leaf,
      fc.record({ and: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ or: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ '!': tie('node').map((node) => [node]) }),
      fc
        .tuple(tie('node'), tie('node'), tie('node'))
        .map((parts) => ({ if: [parts[0], { '!!': [parts[1]] }, { '!!': [parts[2]] }] })),
    ),
  })).node

  it('whatever is not in doubt is what the library says of the plain document', () => {
    const finding = sampleFinding()
    const plain = { finding: { ...finding }, resource: finding.resources[0] }
    fc.assert(
      fc.property(tree, (expression) => {
        const { condition, problems } = compileWhen(expression, '')
        expect(problems).toEqual([])
        const logic: boolean = jsonLogic.truthy(jsonLogic.apply(JSON.parse(JSON.stringify(expression)), plain))
        expect(condition.judge({ finding, resource: sampleResource(), now: sampleNow })).toBe(logic ? 'yes' : 'no')
      }),
    )
  })

  it('no JSON makes compiling or judging throw', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        const expression: Json = JSON.parse(JSON.stringify(value))
        const { condition } = compileWhen(expression, '')
        expect(['yes', 'no', 'unknown']).toContain(
          condition.judge({ finding: sampleFinding(), resource: null, now: sampleNow }),
        )
      }),
    )
  })
})
