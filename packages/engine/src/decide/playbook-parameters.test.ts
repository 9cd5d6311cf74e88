import { describe, expect, it } from 'vitest'
import type { Parameter } from '../contracts/documents/playbook.js'
import type { Json } from '../contracts/json.js'
import { sampleFinding } from '../testing/sample-finding.js'
import { samplePlaybook } from '../testing/sample-project.js'
import { parametersOf } from './playbook-parameters.js'

type Shape = Partial<Omit<Parameter, 'description'>>

function parameterOf(shape: Shape, texts: readonly string[] | null, given: { readonly [name: string]: Json } = {}) {
  const parameter = { type: 'string', description: 'P.', securityHub: 'p', ...shape } as const
  const controlParameters = texts === null ? {} : { p: texts }
  return parametersOf(samplePlaybook({ parameters: { p: parameter } }), given, sampleFinding({ controlParameters }))
}

describe('a parameter from the finding', () => {
  it.each<readonly [Shape, readonly string[], Json]>([
    [{ type: 'string' }, ['a'], 'a'],
    [{ type: 'integer' }, ['90'], 90],
    [{ type: 'integer' }, ['-1'], -1],
    [{ type: 'boolean' }, ['true'], true],
    [{ type: 'boolean' }, ['false'], false],
    [{ type: 'string-list' }, ['a', 'b'], ['a', 'b']],
    [{ type: 'string-list' }, [], []],
    [{ type: 'integer-list' }, ['80', '443'], [80, 443]],
    [{ type: 'integer', minimum: 1, maximum: 90 }, ['90'], 90],
    [{ type: 'string', enum: ['AES256', 'aws:kms'] }, ['aws:kms'], 'aws:kms'],
    [{ type: 'integer', enum: [1, 2] }, ['2'], 2],
    [{ type: 'string', pattern: '^[a-z]+$' }, ['abc'], 'abc'],
  ])('%j from %j is %j', (shape, texts, value) =>
    expect(parameterOf(shape, texts)).toEqual({ kind: 'ok', values: { p: value } }),
  )

  it.each<readonly [Shape, readonly string[], string]>([
    [{ type: 'integer' }, ['ninety'], '"ninety"'],
    [{ type: 'integer' }, ['1e3'], '"1e3"'],
    [{ type: 'integer' }, ['090'], '"090"'],
    [{ type: 'integer' }, ['1.5'], '"1.5"'],
    [{ type: 'integer' }, ['1', '2'], '["1","2"]'],
    [{ type: 'integer', maximum: 90 }, ['91'], '91'],
    [{ type: 'integer', minimum: 1 }, ['0'], '0'],
    [{ type: 'integer-list', maximum: 90 }, ['1', '91'], '[1,91]'],
    [{ type: 'boolean' }, ['yes'], '"yes"'],
    [{ type: 'string' }, [], '[]'],
    [{ type: 'string', enum: ['a'] }, ['b'], '"b"'],
    [{ type: 'string', pattern: '^[a-z]+$' }, ['abc\n'], '"abc\\n"'],
  ])('%j cannot come from %j, and the default does not step in', (shape, texts, shown) => {
    expect(parameterOf({ default: 'd', ...shape }, texts)).toEqual({
      kind: 'wrong',
      message: `parameter \`p\` of playbook \`EC2.2\` cannot be \`${shown}\` (from the finding)`,
    })
  })
})

describe('a parameter', () => {
  it('comes from the rule first, then from the finding, then from its default', () => {
    expect(parameterOf({ default: 'd' }, ['f'], { p: 'r' })).toEqual({ kind: 'ok', values: { p: 'r' } })
    expect(parameterOf({ default: 'd' }, ['f'])).toEqual({ kind: 'ok', values: { p: 'f' } })
    expect(parameterOf({ default: 'd' }, null)).toEqual({ kind: 'ok', values: { p: 'd' } })
  })

  it('without any of them is missing', () => {
    expect(parameterOf({}, null)).toEqual({ kind: 'wrong', message: 'parameter `p` of playbook `EC2.2` has no value' })
  })

  it('of the rule that does not fit is told so', () => {
    expect(parameterOf({ type: 'integer' }, null, { p: '3' })).toEqual({
      kind: 'wrong',
      message: 'parameter `p` of playbook `EC2.2` cannot be `"3"` (from the rule)',
    })
  })

  it('of another playbook is left out', () =>
    expect(parameterOf({ default: 'd' }, null, { q: 1 })).toEqual({ kind: 'ok', values: { p: 'd' } }))
})
