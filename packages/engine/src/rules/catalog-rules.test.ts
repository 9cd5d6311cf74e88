import { expect, it } from 'vitest'
import { loadProject } from '../load-project.js'
import { fileActions, fileCatalog } from '../testing/sample-files.js'
import { catalogRules } from './catalog-rules.js'

it('a playbook becomes a rule with its match and place, that plans', async () => {
  const { playbooks } = await loadProject({ files: new Map(), catalog: fileCatalog, actions: fileActions })
  const playbook = playbooks.get('EC2.2')
  expect(catalogRules(playbook === undefined ? [] : [playbook])).toEqual([
    {
      rule: {
        id: 'catalog-ec2.2',
        title: 'Default security groups should not allow traffic',
        match: { control: 'EC2.2', compliance: 'FAILED' },
        mode: 'plan',
        steps: [{ use: 'playbook/EC2.2' }],
      },
      origin: { file: 'playbooks/ec2/EC2.2.yaml', line: 1, column: 1 },
      match: playbook?.match,
      unless: [],
      when: null,
      mode: 'plan',
    },
  ])
})
