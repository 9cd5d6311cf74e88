import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Claim, findControl } from './control-id.js'

interface Entry {
  readonly id: string
  readonly standards: { readonly [standard: string]: readonly string[] }
}

const catalog: readonly Entry[] = JSON.parse(
  readFileSync(new URL('../../../../catalog/controls.json', import.meta.url), 'utf8'),
)
const uuid = '9d1f0a52-7b1e-4c55-9e0e-0123456789ab'
const partitions = { aws: 'eu-west-1', 'aws-cn': 'cn-north-1', 'aws-us-gov': 'us-gov-west-1' }

const claim = (kind: Claim['kind'], text: string, standard?: string): Claim => ({
  kind,
  text,
  path: ['x'],
  ...(standard === undefined ? {} : { standard }),
})
const find = (...claims: readonly Claim[]) => findControl('aws/securityhub', claims)
const control = (id: string) => ({ kind: 'control', id, path: ['x'] })

describe('the control of a finding', () => {
  it('is found in every consolidated spelling of every control in every partition', () => {
    for (const { id } of catalog) {
      expect(find(claim('id', id))).toEqual(control(id))
      expect(find(claim('id', id.toLowerCase()))).toEqual(control(id))
      expect(find(claim('spelling', `security-control/${id}`))).toEqual(control(id))
      for (const [partition, region] of Object.entries(partitions)) {
        const arn = `arn:${partition}:securityhub:${region}:123456789012:security-control/${id.toLowerCase()}`
        expect(find(claim('spelling', `${arn}/finding/${uuid}`))).toEqual(control(id))
      }
    }
  })

  it('is found in every spelling of every standard in every partition, unless two controls share it', () => {
    for (const { id, standards } of catalog) {
      for (const [standard, names] of Object.entries(standards)) {
        for (const name of names) {
          const sharing = catalog.filter((other) => other.standards[standard]?.includes(name))
          const expected = sharing.length === 1 ? control(id) : { kind: 'unreadable' }
          expect(find(claim('spelling', `${standard}/${name}`)), `${standard}/${name}`).toMatchObject(expected)
          expect(find(claim('id', name, standard))).toMatchObject(expected)
          for (const [partition, region] of Object.entries(partitions)) {
            const arn = `arn:${partition}:securityhub:${region}:123456789012`
            const finding = `${arn}:subscription/${standard}/${name}/finding/${uuid}`
            expect(find(claim('spelling', finding))).toMatchObject(expected)
            expect(find(claim('spelling', `${arn}:control/${standard}/${name}`))).toMatchObject(expected)
          }
        }
      }
    }
  })

  it.each([
    ['spelling', 'arn:aws:securityhub:::ruleset/cis-aws-foundations-benchmark/v/1.2.0/rule/2.7', 'CloudTrail.2'],
    ['spelling', 'arn:aws:securityhub:::ruleset/cis-aws-foundations-benchmark/v/1.2.0/rule/1.1', 'CloudWatch.1'],
    ['spelling', 'cis-aws-foundations-benchmark/v/1.4.0/2.1.5.2', 'S3.8'],
    ['spelling', 'cis-aws-foundations-benchmark/v/1.4.0/3.6', 'CloudTrail.7'],
    ['spelling', 'cis-aws-foundations-benchmark/v/5.0.0/5.1.1', 'EC2.7'],
    ['spelling', 'pci-dss/v/3.2.1/PCI.EC2.5', 'EC2.13'],
    ['spelling', 'pci-dss/v/3.2.1/pci.es.1', 'ES.2'],
    ['spelling', 'aws-foundational-security-best-practices/v/1.0.0/ELBv2.1', 'ELB.1'],
    ['spelling', 'aws-foundation-best-practices/v/1.0.0/S3.8', 'S3.8'],
    ['spelling', 'nist-800-53/v/5.0.0/CloudTrail.2', 'CloudTrail.2'],
    ['id', 'CT.CloudTrail.2', 'CloudTrail.2'],
    ['requirement', 'CIS AWS Foundations Benchmark v5.0.0/5.1.1', 'EC2.7'],
  ] as const)('in the %s %s is %s', (kind, text, id) => expect(find(claim(kind, text))).toEqual(control(id)))

  it('is not guessed from an id that two controls share', () => {
    expect(find(claim('spelling', 'cis-aws-foundations-benchmark/v/5.0.0/2.1.4'))).toEqual({
      kind: 'unreadable',
      reason: 'the finding may be about `S3.1` and `S3.8` and does not say which',
    })
  })

  it.each([
    ['id', ' '],
    ['spelling', 'pci-dss/v/4.0.1/PCI.EC2.2'],
    ['spelling', 'cis-aws-foundations-benchmark/v/1.2.0/99.9'],
    ['spelling', 'constructor/v/1.0.0/toString'],
    ['spelling', 'AWSInspector'],
    ['requirement', 'NIST.800-53.r5 AC-4'],
    ['requirement', 'CIS AWS Foundations Benchmark v9.9.9/1.1'],
  ] as const)('is not read from the %s %j', (kind, text) => expect(find(claim(kind, text))).toEqual({ kind: 'none' }))

  it.each(['2.7', 'PCI.EC2.99', '__proto__', 'S3.8\n'])('is unreadable where its id is %j', (text) => {
    expect(find(claim('id', text))).toEqual({ kind: 'unreadable', reason: '`x` is not the id of a control' })
  })

  it('that is newer than the list is taken as it stands', () => {
    expect(find(claim('id', 'S3.9999'))).toEqual(control('S3.9999'))
  })

  it('that is known comes before one that is not', () => {
    const generator = claim('spelling', 'aws-foundational-security-best-practices/v/1.0.0/AutoScaling.17')
    expect(find(generator, claim('id', 'AutoScaling.1'))).toEqual(control('AutoScaling.1'))
  })

  it.each(['123456789012/default', 'prowler/prowler', 'aws/guardduty', null])(
    'is not believed to a finding of %s',
    (product) => {
      expect(findControl(product, [claim('id', 'S3.1')])).toEqual({
        kind: 'unreadable',
        reason: '`S3.1` is claimed by a product other than Security Hub',
      })
      expect(findControl(product, [claim('id', 'GuardDuty.IAMUser')])).toEqual({ kind: 'none' })
      expect(findControl(product, [claim('spelling', 'security-control/S3.1')])).toEqual({ kind: 'none' })
    },
  )
})
