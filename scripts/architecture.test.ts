/**
 * Holds the architecture: what may import what, how long a file may be, and what stays behind ports.
 *
 * It reads the sources as syntax trees, so that a word in a comment or a string never counts.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const packages = ['engine', 'actions', 'cli']
const stages = [
  'ingest',
  'finding',
  'rules',
  'match',
  'when',
  'template',
  'decide',
  'plan',
  'guard',
  'run',
  'journal',
  'report',
]
const mayImport: Record<string, readonly string[]> = {
  engine: [],
  actions: ['@redress/engine'],
  cli: ['@redress/engine', '@redress/actions', '@redress/catalog'],
}
/** Where the clock, randomness and the environment come in. */
const ports = [
  'packages/engine/src/system-ports.ts',
  'packages/engine/src/node/',
  'packages/actions/src/aws/',
  'packages/cli/src/bin.ts',
]

/** Raw findings in the form of Security Hub, and members of a resource under construction, which are plain. */
const allowedSpreads = ['packages/actions/src/testing/securityhub.ts', 'packages/cli/src/testing/sample-plan.ts']

interface Source {
  readonly path: string
  readonly tree: ts.SourceFile
  readonly lines: number
}

function sourcesOf(name: string): Source[] {
  const folder = join(root, 'packages', name, 'src')
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/\.test(-d)?\.ts$/.test(file))
    .map((file) => {
      const path = join(folder, file)
      const text = readFileSync(path, 'utf8')
      return {
        path: relative(root, path).split(sep).join('/'),
        tree: ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true),
        lines: text.split('\n').length - 1,
      }
    })
}

const sources = packages.flatMap((name) => sourcesOf(name).map((source) => ({ ...source, package: name })))

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node)
  ts.forEachChild(node, (child) => visit(child, see))
}

/** Every specifier that a file imports, statically, dynamically or by re-export. */
function importsOf({ tree }: Source): string[] {
  const found: string[] = []
  visit(tree, (node) => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier !== undefined) {
      found.push(node.moduleSpecifier.getText().slice(1, -1))
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      found.push(node.arguments[0]?.getText().slice(1, -1) ?? '')
    }
  })
  return found
}

function find(where: readonly Source[], matches: (node: ts.Node) => boolean): string[] {
  const found: string[] = []
  for (const { path, tree } of where) {
    visit(tree, (node) => {
      if (!matches(node)) return
      const { line } = tree.getLineAndCharacterOfPosition(node.getStart())
      found.push(`${path}:${line + 1} ${node.getText().split('\n')[0]}`)
    })
  }
  return found
}

describe('the architecture', () => {
  it('has sources to look at', () => {
    expect(sources.length).toBeGreaterThan(100)
  })

  it('packages import one way: cli → actions → engine', () => {
    const wrong = sources.flatMap((source) =>
      importsOf(source)
        .filter((name) => name.startsWith('@redress/'))
        .filter(
          (name) =>
            !(mayImport[source.package] ?? []).some((allowed) => name === allowed || name.startsWith(`${allowed}/`)),
        )
        .map((name) => `${source.path} imports ${name}`),
    )
    expect(wrong).toEqual([])
  })

  it('a stage of the engine imports contracts and itself, never another stage', () => {
    const wrong = sources
      .filter(({ path }) => path.startsWith('packages/engine/src/'))
      .flatMap((source) => {
        const own = source.path.split('/')[3] ?? ''
        if (!stages.includes(own)) return []
        return importsOf(source)
          .filter((name) => name.startsWith('.'))
          .map(
            (name) =>
              relative(join(root, 'packages/engine/src'), resolve(root, dirname(source.path), name)).split(sep)[0] ??
              '',
          )
          .filter((folder) => folder !== own && folder !== 'contracts')
          .map((folder) => `${source.path} imports ${folder}/`)
      })
    expect(wrong).toEqual([])
  })

  it('no files import each other in a circle', () => {
    const known = new Set(sources.map(({ path }) => path))
    const imports = new Map(
      sources.map((source) => [
        source.path,
        importsOf(source)
          .filter((name) => name.startsWith('.'))
          .map((name) =>
            relative(root, resolve(root, dirname(source.path), name))
              .split(sep)
              .join('/'),
          )
          .map((path) => path.replace(/\.js$/, '.ts'))
          .filter((path) => known.has(path)),
      ]),
    )
    const done = new Set<string>()
    const circles: string[] = []
    function follow(path: string, trail: readonly string[]): void {
      if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
      if (done.has(path) || trail.includes(path)) return
      for (const next of imports.get(path) ?? []) follow(next, [...trail, path])
      done.add(path)
    }
    for (const path of known) follow(path, [])
    expect(circles).toEqual([])
  })

  it('contracts import only contracts', () => {
    const wrong = sources
      .filter(({ path }) => path.startsWith('packages/engine/src/contracts/'))
      .flatMap((source) =>
        importsOf(source)
          .filter((name) => name.startsWith('.'))
          .map((name) => relative(join(root, 'packages/engine/src'), resolve(root, dirname(source.path), name)))
          .filter((path) => !path.startsWith('contracts'))
          .map((path) => `${source.path} imports ${path}`),
      )
    expect(wrong).toEqual([])
  })

  it('the engine imports nothing of AWS, and nothing of Node but in its entry for Node', () => {
    const wrong = sources
      .filter(({ path }) => path.startsWith('packages/engine/src/'))
      .flatMap((source) =>
        importsOf(source)
          .filter(
            (name) =>
              /^@aws-sdk|^@smithy/.test(name) ||
              (name.startsWith('node:') && !source.path.startsWith('packages/engine/src/node/')),
          )
          .map((name) => `${source.path} imports ${name}`),
      )
    expect(wrong).toEqual([])
  })

  it('an action loads its SDK client when it is first used, never when it is imported', () => {
    const wrong = sources
      .filter(({ path }) => path.startsWith('packages/actions/src/') && !path.endsWith('sdk.ts'))
      .flatMap(({ path, tree }) =>
        tree.statements.flatMap((statement) =>
          ts.isImportDeclaration(statement) &&
          statement.importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword &&
          /^['"]@aws-sdk/.test(statement.moduleSpecifier.getText())
            ? [`${path} ${statement.getText()}`]
            : [],
        ),
      )
    expect(wrong).toEqual([])
  })

  it('no source file is longer than 250 lines', () => {
    expect(sources.filter(({ lines }) => lines > 250).map(({ path, lines }) => `${path}: ${lines}`)).toEqual([])
  })

  it('the clock, randomness and the environment are read only in ports', () => {
    const inside = sources.filter(({ path }) => !ports.some((port) => path.startsWith(port)))
    const wrong = find(inside, (node) => {
      if (ts.isPropertyAccessExpression(node))
        return ['Date.now', 'Math.random', 'process.env', 'performance.now'].includes(node.getText())
      return ts.isNewExpression(node) && node.expression.getText() === 'Date' && (node.arguments ?? []).length === 0
    })
    expect(wrong).toEqual([])
  })

  it('no type is asserted: `as` stands only before `const`, and `!` and suppressions nowhere', () => {
    const asserted = find(sources, (node) => {
      if (ts.isAsExpression(node)) return node.type.getText() !== 'const'
      return ts.isNonNullExpression(node) || ts.isTypeAssertionExpression(node)
    })
    const suppressed = sources
      .filter(({ tree }) => /@ts-(ignore|nocheck|expect-error)|biome-ignore/.test(tree.text))
      .map(({ path }) => path)
    expect([...asserted, ...suppressed]).toEqual([])
  })

  it('no finding or resource is spread, whose members stand on a prototype: `copyFinding` copies them', () => {
    const spread = find(sources, (node) => {
      const isSpread = ts.isSpreadAssignment(node) && /(^|\.)(finding|resource)$/i.test(node.expression.getText())
      return isSpread && /(engine|actions|cli)\/src\//.test(node.getSourceFile().fileName)
    })
    expect(spread.filter((place) => !allowedSpreads.some((allowed) => place.startsWith(allowed)))).toEqual([])
  })

  it('every source file opens with a comment', () => {
    const wrong = sources.filter(
      ({ tree, path }) => !tree.text.startsWith('/**') && !(path.endsWith('bin.ts') && tree.text.startsWith('#!')),
    )
    expect(wrong.map(({ path }) => path)).toEqual([])
  })

  it('names are exported one by one: no default export, no `export *`', () => {
    const wrong = find(sources, (node) => {
      if (ts.isExportAssignment(node)) return true
      return ts.isExportDeclaration(node) && node.exportClause === undefined
    })
    expect(wrong).toEqual([])
  })
})
