import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from '../contracts/json.js'
import { sampleFinding, sampleNow, sampleResource } from '../testing/sample-finding.js'
import { samplePlaybook } from '../testing/sample-project.js'
import { compileTemplate, renderGuide, renderTemplate, type TemplateScope } from './render-templates.js'

const finding = sampleFinding({ types: ['a', 'b'], accountName: '${finding.id}' })
const scope: TemplateScope = {
  subject: { finding, resource: sampleResource(), now: sampleNow },
  parameters: { days: 90, names: ['x', 'y'], nothing: [], on: false },
  playbook: samplePlaybook({ guide: ['Open ${resource.name}.', 'Read ${playbook.guide}.'] }),
  rule: 'close',
}

const renderTemplates = (value: Json, within: TemplateScope) => renderTemplate(compileTemplate(value), within)

describe('rendering', () => {
  it.each<readonly [Json, Json]>([
    ['plain', 'plain'],
    ['${resource.name} in ${finding.account}', 'sg-0123 in 123456789012'],
    ['${parameters.days}', 90],
    ['${parameters.on}', false],
    ['${parameters.names}', ['x', 'y']],
    ['${finding.types}', ['a', 'b']],
    ['${parameters.days} days', '90 days'],
    ['${finding.types | join}!', 'a, b!'],
    ['${finding.types | first}', 'a'],
    ['${finding.types | upper}', ['A', 'B']],
    ['${finding.types | json}', '["a","b"]'],
    ['${finding.severity | lower}', 'high'],
    ['${finding.ageDays}', 20],
    ['${resource.details.VpcId}', 'vpc-0123'],
    ['${asff:Severity.Product}', 8],
    ['${rule.id}/${playbook.id}/${playbook.breaks}', 'close/EC2.2/Instances in the group lose their traffic.'],
    ['${playbook.guide}', '1. Open sg-0123.\n2. Read <playbook.guide>.'],
    ['$${finding.id} costs $5', '${finding.id} costs $5'],
    [
      { a: ['${resource.name}', 1, null], b: { c: true } },
      { a: ['sg-0123', 1, null], b: { c: true } },
    ],
  ])('%j', (value, rendered) => expect(renderTemplates(value, scope)).toEqual({ kind: 'ok', value: rendered }))

  it('happens once: what comes out is not looked at again', () => {
    expect(renderTemplates('${finding.accountName}', scope)).toEqual({ kind: 'ok', value: '${finding.id}' })
    expect(renderTemplates('is ${finding.accountName}', scope)).toEqual({ kind: 'ok', value: 'is ${finding.id}' })
  })

  it.each<readonly [Json, string]>([
    ['${resource.tags.owner}', 'resource.tags.owner'],
    ['a ${finding.criticality} b', 'finding.criticality'],
    ['${finding.criticality | json}', 'finding.criticality'],
    [{ ok: 'x', bad: ['${parameters.none}'] }, 'parameters.none'],
    ['${parameters.toString}', 'parameters.toString'],
    ['several in a text: ${finding.types}', 'finding.types'],
    ['${no.such}', 'no.such'],
    ['${broken', '${broken'],
    ['${parameters.nothing | first}', 'parameters.nothing'],
    ['arn:aws:s3:::${parameters.nothing | first}', 'parameters.nothing'],
  ])('%j is unknown', (value, path) => expect(renderTemplates(value, scope)).toEqual({ kind: 'unknown', path }))

  it('is unknown for what cannot be read', () => {
    const resource = sampleResource({ tags: null, unreadable: { tags: 'it is a number' } })
    const subject = { finding, resource, now: sampleNow }
    expect(renderTemplates('${resource.tags.a}', { ...scope, subject })).toEqual({
      kind: 'unknown',
      path: 'resource.tags.a',
    })
  })

  it('is unknown for a playbook that is not there', () => {
    expect(renderTemplates('${playbook.id}', { ...scope, playbook: null })).toEqual({
      kind: 'unknown',
      path: 'playbook.id',
    })
  })

  it('for a person leaves a name where there is no value', () => {
    const guide = ['ask ${resource.tags.owner} about ${resource.name}', '${parameters.names}']
    expect(renderGuide(samplePlaybook({ guide }), scope)).toEqual([
      'ask <resource.tags.owner> about sg-0123',
      '["x","y"]',
    ])
  })

  it('gives any text of a finding back as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        const subject = { finding: sampleFinding({ title }), resource: null, now: sampleNow }
        expect(renderTemplates('${finding.title}', { ...scope, subject })).toEqual({ kind: 'ok', value: title })
        expect(renderTemplates('[${finding.title}]', { ...scope, subject })).toEqual({
          kind: 'ok',
          value: `[${title}]`,
        })
      }),
    )
  })
})
