import { copyFinding, type Finding, readValue } from '@redress/engine'
import { describe, expect, it } from 'vitest'
import { filesFromFinding } from './from-finding.js'
import { starterFiles } from './starter-files.js'

function sample(part: Partial<Finding>): Finding {
  const [item] = readValue(JSON.parse(starterFiles(0).get('findings/ec2.2.json') ?? ''), 'sample')
  if (item?.kind !== 'finding') throw new Error('the sample is no finding')
  return copyFinding(item.finding, part)
}

describe('filesFromFinding', () => {
  it('makes a rule of the control and account, and names the files after it', () => {
    const made = filesFromFinding(sample({}))
    expect([...made.files.keys()]).toEqual([
      'rules/ec2-2-123456789012.yaml',
      'tests/ec2-2-123456789012.test.yaml',
      'tests/fixtures/ec2-2-123456789012.json',
    ])
    expect(made).toMatchObject({ account: '123456789012', region: 'eu-west-1', rule: 'ec2-2-123456789012' })
  })

  it.each([
    ['its generator', { control: null, generator: 'aws/guardduty/x' }, 'generator: "aws/guardduty/x"'],
    ['its types', { control: null, generator: null, types: ['A/B'] }, 'types: ["A/B"]'],
    ['its id', { control: null, generator: null, types: null, id: 'f-1' }, 'id: "f-1"'],
  ])('takes a finding without a control by %s', (_name, part, clause) => {
    const { rule, files } = filesFromFinding(sample(part))
    expect(files.get(`rules/${rule}.yaml`)).toContain(`    match:\n      ${clause}\n      account: "123456789012"\n`)
  })

  it('writes text that others chose as plain ASCII in quotes', () => {
    const { rule, files } = filesFromFinding(sample({ title: 'a"\n- id: x \u202e' }))
    expect(files.get(`rules/${rule}.yaml`)).toContain('title: "a\\"\\n- id: x \\u202e"\n')
  })

  it('refuses a finding that is of no place', () => {
    expect(() => filesFromFinding(sample({ account: null }))).toThrow('the finding does not say its account and Region')
  })
})
