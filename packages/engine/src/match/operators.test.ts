import { describe, expect, it } from 'vitest'
import { sampleFinding, sampleNow } from '../testing/sample-finding.js'
import { compileMatch } from './compile-match.js'
import { operators } from './operators.js'

/** For each kind of field a name of that kind. */
const fields = {
  string: 'title',
  number: 'criticality',
  severity: 'severity',
  time: 'created',
  raw: 'asff:X.Y',
} as const

/** For each operator an operand that it accepts. */
const operands: { readonly [name: string]: unknown } = {
  prefix: 'a',
  suffix: 'a',
  wildcard: 'a*',
  'anything-but': [],
  'equals-ignore-case': 'a',
  numeric: ['=', 1],
  exists: true,
  cidr: '192.0.2.0/24',
  'at-least': 'LOW',
  'at-most': 'LOW',
  'older-than': '1d',
  'newer-than': '1d',
  regex: 'a',
  group: 'g',
  'any-of': [{ exists: true }],
  'all-of': [{ exists: true }],
  'none-of': [{ exists: true }],
}

describe.each(Object.entries(operators))('the operator `%s`', (name, operator) => {
  it('says in a sentence what it asks', () => expect(operator.about).toMatch(/^[A-Z].*\.$/))

  it('stands on at least one kind of field', () => expect(operator.kinds.length).toBeGreaterThan(0))

  it.each(Object.entries(fields))('on a field of kind %s compiles exactly where it says', (kind, field) => {
    const { problems } = compileMatch({ [field]: { [name]: JSON.parse(JSON.stringify(operands[name])) } }, '', {
      groups: { g: ['a'] },
    })
    const misplaced = problems.some(({ message }) => message.includes('which is of kind'))
    expect(misplaced).toBe(!operator.kinds.some((each) => each === kind))
  })

  it.each([null, {}, [], [[]], { x: 1 }, ''])('refuses the operand %j with a reason', (operand) => {
    const field = fields[operator.kinds[0] ?? 'string']
    const { problems, matcher } = compileMatch({ [field]: { [name]: operand } }, '', { groups: {} })
    expect(problems).toHaveLength(name === 'anything-but' && operand === '' ? 0 : 1)
    if (problems.length > 0)
      expect(matcher.judge({ finding: sampleFinding(), resource: null, now: sampleNow })).toBe('unknown')
  })
})
