import { expect, it } from 'vitest'
import { documentPlace } from './document-place.js'

it.each([
  ['redress.yaml', ['Project']],
  ['rules/a.yaml', ['Rules']],
  ['rules/team/a.yaml', ['Rules']],
  ['exceptions/a.yaml', ['Exceptions']],
  ['playbooks/s3/S3.8.yaml', ['Playbook']],
  ['playbooks/s3/S3.8.test.yaml', ['PlaybookTest']],
  ['standards/a.yaml', ['Standard']],
  ['tests/a.test.yaml', ['RuleTest', 'PlaybookTest']],
])('%s holds one of %j', (path, kinds) => {
  expect(documentPlace(path)).toEqual({ kind: 'document', kinds })
})

it.each([
  'world.yaml',
  'README.md',
  'rules/README.md',
  'findings/a.yaml',
  '.redress/rules/a.yaml',
  'a/rules/b.yaml',
  'rules',
])('%s is ignored', (path) => {
  expect(documentPlace(path)).toEqual({ kind: 'ignored' })
})

it.each([
  ['redress.yml', 'files that end in `.yml` are not read', 'rename it to `redress.yaml`'],
  ['rules/a.yml', 'files that end in `.yml` are not read', 'rename it to `rules/a.yaml`'],
  ['tests/a.yaml', 'files in `tests/` must end in `.test.yaml`', 'rename it to `tests/a.test.yaml`'],
])('%s is misnamed', (path, message, hint) => {
  expect(documentPlace(path)).toEqual({ kind: 'misnamed', message, hint })
})
