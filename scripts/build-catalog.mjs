/**
 * Checks the catalogue's playbooks and standards and writes them in two forms to `catalog/dist`. A problem anywhere fails
 * the build.
 *
 * `catalog.json` has the documents, for projects to be checked and loaded with, and the fixtures that tests use.
 * `bundle.json` has them compiled, as the project of a first look: every playbook is a rule in plan mode.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import { builtinActions } from '../packages/actions/dist/all.js'
import { buildBundle, checkProject, formatProblem, loadProject } from '../packages/engine/dist/index.js'

const catalog = resolve(import.meta.dirname, '../catalog')
const { version } = JSON.parse(readFileSync(join(catalog, 'package.json'), 'utf8'))

const files = new Map(
  under('playbooks', '.yaml')
    .concat(under('standards', '.yaml'))
    .map((name) => [name, read(name)]),
)
const { problems, project } = await checkProject({ files, actions: builtinActions })
if (project === null || problems.length > 0) {
  for (const problem of problems) console.error(formatProblem({ ...problem, file: `catalog/${problem.file}` }))
  console.error(`the catalogue has ${problems.length} problems`)
  process.exit(1)
}

const playbooks = [...project.playbooks.values()].map(({ playbook, origin }) => ({
  file: origin.file,
  document: playbook,
}))
const standards = project.standards.map((document) => ({ file: `standards/${document.id}`, document }))
const fixtures = Object.fromEntries(
  under('fixtures', '.json').map((name) => [
    name.replace(/^fixtures\//, '').replace(/\.json$/, ''),
    JSON.parse(read(name)),
  ]),
)
const documents = { version, documents: [...playbooks, ...standards], fixtures }
const text = JSON.stringify(documents)
const firstLook = await loadProject({ files: new Map(), catalog: documents, actions: builtinActions })
const bundle = JSON.stringify(await buildBundle(firstLook))
mkdirSync(join(catalog, 'dist'), { recursive: true })
write('catalog.json', text)
write('index.js', `export const catalog = JSON.parse(${JSON.stringify(text)})\n`)
write('bundle.json', bundle)
write('bundle.js', `export const catalogBundle = JSON.parse(${JSON.stringify(bundle)})\n`)
write(
  'bundle.d.ts',
  `/** The catalogue compiled, for \`loadBundle\`: without a project, every playbook is a rule in plan mode. */
export declare const catalogBundle: {
  readonly apiVersion: 'redress/v1'
  readonly kind: 'Bundle'
  readonly engineVersion: string
  readonly hash: string
}
`,
)
write(
  'index.d.ts',
  `type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }
/** All playbooks and standards of the catalogue, checked when it was built, and the fixtures of their tests. */
export declare const catalog: {
  readonly version: string
  readonly documents: readonly { readonly file: string; readonly document: Json }[]
  readonly fixtures: { readonly [name: string]: Json }
}
`,
)
console.log(
  `catalogue ${version}: ${playbooks.length} playbooks, ${standards.length} standards, ${Object.keys(fixtures).length} fixtures`,
)

function under(folder, ending) {
  return readdirSync(join(catalog, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name.split(sep).join('/')}`)
    .sort()
}

function read(name) {
  return readFileSync(join(catalog, name), 'utf8')
}

function write(name, text) {
  writeFileSync(join(catalog, 'dist', name), text)
}
