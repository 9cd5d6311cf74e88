import { describe, expect, it } from 'vitest'
import type { Playbook } from '../contracts/documents/playbook.js'
import { prepared } from '../testing/decide-sample.js'
import { sampleFinding, sampleNow } from '../testing/sample-finding.js'
import { samplePlaybook, sampleProject } from '../testing/sample-project.js'
import { playbookOfControl, playbooksFor } from './find-playbooks.js'

const idOf = (control: string, ...playbooks: readonly Playbook[]) =>
  playbookOfControl(sampleProject({ playbooks }), control)?.playbook.id ?? null

describe('the playbook of a control', () => {
  const shared = samplePlaybook({ id: 'shared', match: { control: ['EC2.1', 'EC2.2'] } })

  it('names the control, alone or in a list', () => {
    expect(idOf('EC2.2', samplePlaybook())).toBe('EC2.2')
    expect(idOf('EC2.1', shared)).toBe('shared')
  })

  it('is rather the one with the control’s own id', () => expect(idOf('EC2.2', shared, samplePlaybook())).toBe('EC2.2'))

  it('is none that has its id but another control', () => {
    expect(idOf('EC2.2', samplePlaybook({ match: { control: 'EC2.3' } }))).toBeNull()
  })

  it('is none for other controls or one that is retired', () => {
    expect(idOf('EC2.3', samplePlaybook(), shared)).toBeNull()
    expect(idOf('EC2.2', samplePlaybook({ status: 'retired' }))).toBeNull()
  })
})

describe('the playbooks of a finding without a control', () => {
  it('are all that match it and are not about controls', () => {
    const playbooks = ['one', 'two', 'old', 'other'].map((id) =>
      samplePlaybook({
        id,
        match: { product: id === 'other' ? 'x/y' : 'aws/guardduty' },
        status: id === 'old' ? 'retired' : 'stable',
      }),
    )
    const finding = sampleFinding({ control: null, product: 'aws/guardduty' })
    const about = samplePlaybook({ id: 'about', match: { control: { exists: false } } })
    const found = playbooksFor(
      finding,
      { finding, resource: null, now: sampleNow },
      prepared(sampleProject({ playbooks: [...playbooks, about] })),
    )
    expect(found.map(({ playbook }) => playbook.id)).toEqual(['one', 'two'])
  })
})
