import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatProblem, RedressError } from './contracts/problem.js'
import { checkProject, loadProject } from './load-project.js'
import { fileActions, fileCatalog, sampleFiles } from './testing/sample-files.js'

const input = { files: sampleFiles, catalog: fileCatalog, actions: fileActions }

const withFile = (path: string, text: string) => ({ ...input, files: new Map([...sampleFiles, [path, text]]) })

const broken =
  'apiVersion: redress/v1\nkind: Rules\nrules: [{ id: a, match: { control: S3.8 }, steps: [{ use: s3.nope }] }]\n'

describe('a sound project', () => {
  it('has no problems and everything that it holds', async () => {
    const { problems, project, counts } = await checkProject(input)
    expect(problems.map(formatProblem)).toEqual([])
    expect(counts).toEqual({ rules: 3, exceptions: 1, playbooks: 1, tests: 3 })
    expect(project?.project?.guided).toEqual({ channel: 'chat' })
    expect([...(project?.playbooks.keys() ?? [])]).toEqual(['EC2.2', 'S3.13', 'S3.8'])
    expect(project?.standards.map(({ id }) => id)).toEqual(['own/1'])
    expect(project?.tests.map(({ origin }) => origin.file)).toEqual([
      'playbooks/s3/S3.8.test.yaml',
      'tests/sandboxes.test.yaml',
    ])
    expect(project?.tests[1]?.lines).toEqual([4])
  })

  it('keeps rules in the order of files and lines, each with its place', async () => {
    const first =
      'apiVersion: redress/v1\nkind: Rules\nrules: [{ id: first, match: { control: EC2.2 }, steps: [{ use: playbook }] }]\n'
    const { rules } = await loadProject(withFile('rules/a.yaml', first))
    expect(rules.map(({ rule, origin }) => `${rule.id} ${origin.file}:${origin.line}:${origin.column}`)).toEqual([
      'first rules/a.yaml:3:9',
      'default-groups rules/sandboxes.yaml:5:5',
      'lifecycle rules/sandboxes.yaml:23:5',
      'tell rules/sandboxes.yaml:28:5',
    ])
  })

  it('gives each rule the lesser of its own mode and that of the project', async () => {
    const modes = async (project: string) => {
      const { rules } = await loadProject(withFile('redress.yaml', project))
      return rules.map(({ mode }) => mode)
    }
    const text = sampleFiles.get('redress.yaml') ?? ''
    expect(await modes(text)).toEqual(['approve', 'apply', 'apply'])
    expect(await modes(text.replace('mode: apply', 'mode: observe'))).toEqual(['observe', 'observe', 'observe'])
    expect(await modes(text.replace('mode: apply\n', ''))).toEqual(['plan', 'plan', 'plan'])
  })

  it('lets an exception hold to the end of its last day, in UTC', async () => {
    const { exceptions } = await loadProject(input)
    expect(exceptions.map(({ endsAt }) => new Date(endsAt).toISOString())).toEqual(['2027-04-01T00:00:00.000Z'])
  })

  it('puts an own playbook in place of the one of the catalogue', async () => {
    const own = (sampleFiles.get('playbooks/s3/S3.8.yaml') ?? '').replaceAll('S3.8', 'EC2.2')
    const { playbooks } = await loadProject(withFile('playbooks/EC2.2.yaml', own))
    expect(playbooks.get('EC2.2')?.playbook.title).toBe('Buckets should block public access')
    expect(playbooks.get('EC2.2')?.origin).toEqual({ file: 'playbooks/EC2.2.yaml', line: 1, column: 1 })
    expect(playbooks.get('S3.13')?.origin).toEqual({ file: 'playbooks/s3/S3.13.yaml', line: 1, column: 1 })
  })
})

describe('an expired exception', () => {
  const day = Date.parse('2027-04-01T00:00:00.000Z')

  it('is reported from the first millisecond after its day, and the project loads all the same', async () => {
    expect((await checkProject({ ...input, now: day - 1 })).problems).toEqual([])
    const late = await checkProject({ ...input, now: day })
    expect(late.problems.map(formatProblem)).toEqual([
      'exceptions/accepted.yaml:11:14 the exception expired after `2027-03-31` (rules.expired)\n  renew it with its owner, or remove it',
    ])
    expect(late.project).not.toBeNull()
  })
})

describe('the hash', () => {
  const hashOf = async (files: ReadonlyMap<string, string>) => (await loadProject({ ...input, files })).hash
  const edited = (path: string, from: string, to: string) =>
    new Map([...sampleFiles, [path, (sampleFiles.get(path) ?? '').replace(from, to)]])

  it('is 64 hexadecimal digits and the same in any order of files, and for comments and tests', async () => {
    const hash = await hashOf(sampleFiles)
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
    expect(await hashOf(new Map([...sampleFiles].reverse()))).toBe(hash)
    expect(await hashOf(edited('rules/sandboxes.yaml', '# What', '# All that'))).toBe(hash)
    expect(await hashOf(edited('tests/sandboxes.test.yaml', 'sandboxes only', 'only there'))).toBe(hash)
  })

  it.each([
    ['redress.yaml', 'eu-west-1]', 'eu-west-2]'],
    ['rules/sandboxes.yaml', '[dev, test]', '[dev]'],
    ['exceptions/accepted.yaml', '2027', '2028'],
    ['playbooks/s3/S3.8.yaml', 'Block it.', 'Close it.'],
    ['standards/own-1.yaml', 'EC2.2', 'EC2.18'],
  ])('changes when `%s` does', async (path, from, to) => {
    expect(await hashOf(edited(path, from, to))).not.toBe(await hashOf(sampleFiles))
  })
})

describe('one bad document', () => {
  it('refuses the whole set, with all its problems in the error', async () => {
    const bad = withFile('rules/z.yaml', broken)
    const { project, problems } = await checkProject(bad)
    expect(project).toBeNull()
    const error = await loadProject(bad).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(RedressError)
    expect(error).toMatchObject({
      code: 'rules.unknown-action',
      message: 'the project does not load: 1 problem',
      hint: 'run `redress check` to see them',
      problems,
    })
  })

  it('refuses it wherever the file stands among the others', async () => {
    await fc.assert(
      fc.asyncProperty(fc.stringMatching(/^[a-z]{1,8}$/), async (name) => {
        expect((await checkProject(withFile(`rules/${name}.yaml`, broken))).project).toBeNull()
      }),
      { numRuns: 10 },
    )
  })

  it('does not make a playbook that could not be read unknown to the rules that use it', async () => {
    const rule =
      'apiVersion: redress/v1\nkind: Rules\nrules: [{ id: a, match: { control: S3.8 }, steps: [{ use: playbook/S3.8 }] }]\n'
    const text = (sampleFiles.get('playbooks/s3/S3.8.yaml') ?? '').replace('status: draft', 'status: new')
    const files = new Map([...sampleFiles, ['rules/a.yaml', rule], ['playbooks/s3/S3.8.yaml', text]])
    const { problems } = await checkProject({ ...input, files })
    expect(problems.map(formatProblem)).toEqual([
      'playbooks/s3/S3.8.yaml:6:9 `new` is not one of `draft`, `stable`, `retired` (document.value)',
    ])
  })
})

describe('with few actions', () => {
  const s3 = fileActions.filter(({ name }) => name.startsWith('s3.'))
  const project = `apiVersion: redress/v1
kind: Project
scope: { accounts: [], regions: [] }
`
  const rules = (control: string) => `apiVersion: redress/v1
kind: Rules
rules: [{ id: a, match: { control: ${control} }, steps: [{ use: playbook${control === 'S3.13' ? ', with: { days: 30 }' : ''} }] }]
`
  const load = (text: string) =>
    checkProject({
      files: new Map([
        ['redress.yaml', project],
        ['rules/a.yaml', text],
      ]),
      catalog: fileCatalog,
      actions: s3,
    })

  it('the whole catalogue loads, and the playbooks that they suffice for can be used', async () => {
    const { project: loaded, problems } = await load(rules('S3.13'))
    expect(problems).toEqual([])
    expect([...(loaded?.playbooks.keys() ?? [])]).toEqual(['EC2.2', 'S3.13'])
    expect((await loadProject({ files: new Map(), catalog: fileCatalog, actions: s3 })).rules).toHaveLength(2)
  })

  it('only a rule that uses a playbook of other actions is a problem', async () => {
    const { project: loaded, problems } = await load(rules('EC2.2'))
    expect(loaded).toBeNull()
    expect(problems.map(formatProblem)).toEqual([
      'rules/a.yaml:3:60 playbook `EC2.2` uses the action `ec2.revoke-security-group-rules`, which is not among those given (rules.unknown-action)\n  give the engine this action too, or take the playbook out of the rule',
    ])
  })
})

describe('without a project', () => {
  it('every playbook is a rule that plans', async () => {
    const { project, rules } = await loadProject({ files: new Map(), catalog: fileCatalog, actions: fileActions })
    expect(project).toBeNull()
    expect(rules.map(({ rule, mode }) => [rule.id, rule.steps, mode])).toEqual([
      ['catalog-ec2.2', [{ use: 'playbook/EC2.2' }], 'plan'],
      ['catalog-s3.13', [{ use: 'playbook/S3.13' }], 'plan'],
    ])
  })

  it('and without a catalogue there is nothing, and nothing is wrong', async () => {
    const { rules, playbooks } = await loadProject({ files: new Map(), actions: [] })
    expect([rules, [...playbooks]]).toEqual([[], []])
  })
})
