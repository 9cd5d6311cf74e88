/**
 * Which files of a project are read, and what kind of document each must hold.
 *
 * Files elsewhere are none of ours. `.yml` is refused where `.yaml` is read, since a rule file that is silently
 * left out is worse than a message.
 */
import type { DocumentKind } from './index.js'

export type DocumentPlace =
  | { readonly kind: 'ignored' }
  | { readonly kind: 'document'; readonly kinds: readonly [DocumentKind, ...DocumentKind[]] }
  | { readonly kind: 'misnamed'; readonly message: string; readonly hint: string }

/** The folders of a project that hold documents. */
export const documentFolders = ['rules', 'exceptions', 'playbooks', 'standards', 'tests'] as const

/** What a file must hold by its path, which is relative to the project and written with `/`. */
export function documentPlace(path: string): DocumentPlace {
  const [folder = '', ...rest] = path.split('/')
  const inside = rest.length > 0
  if (!inside && path !== 'redress.yaml' && path !== 'redress.yml') return { kind: 'ignored' }
  if (inside && !documentFolders.some((name) => name === folder)) return { kind: 'ignored' }
  if (path.endsWith('.yml')) {
    const name = `${path.slice(0, -'.yml'.length)}.yaml`
    return { kind: 'misnamed', message: 'files that end in `.yml` are not read', hint: `rename it to \`${name}\`` }
  }
  if (!path.endsWith('.yaml')) return { kind: 'ignored' }
  const isTest = path.endsWith('.test.yaml')
  switch (folder) {
    case 'redress.yaml':
      return { kind: 'document', kinds: ['Project'] }
    case 'rules':
      return { kind: 'document', kinds: ['Rules'] }
    case 'exceptions':
      return { kind: 'document', kinds: ['Exceptions'] }
    case 'standards':
      return { kind: 'document', kinds: ['Standard'] }
    case 'playbooks':
      return { kind: 'document', kinds: [isTest ? 'PlaybookTest' : 'Playbook'] }
    default:
      if (isTest) return { kind: 'document', kinds: ['RuleTest', 'PlaybookTest'] }
      return {
        kind: 'misnamed',
        message: 'files in `tests/` must end in `.test.yaml`',
        hint: `rename it to \`${path.slice(0, -'.yaml'.length)}.test.yaml\``,
      }
  }
}
