/**
 * What `redress.yaml` says about itself: groups and channels that it names must be in it.
 */
import type { Project } from '../contracts/documents/project.js'
import type { PointerProblem } from '../contracts/match.js'
import { didYouMean } from '../contracts/nearest.js'
import { joinPointer } from '../contracts/pointer.js'
import { checkChannel } from './check-channel.js'
import type { CheckContext } from './check-context.js'
import { inWords } from './in-words.js'

/** Problems of the project's own document; `catalogVersion` is that of the catalogue at hand, if there is one. */
export function checkProjectDocument(
  project: Project,
  context: CheckContext,
  catalogVersion: string | null,
): readonly PointerProblem[] {
  const groups = project.groups ?? {}
  return [
    ...project.scope.accounts.flatMap((account, index) => {
      if (typeof account === 'string') return []
      const pointer = `/scope/accounts/${index}/group`
      const members = Object.hasOwn(groups, account.group) ? groups[account.group] : undefined
      return members === undefined
        ? unknownGroup(account.group, pointer, Object.keys(groups))
        : members.flatMap((member, place) => notAnAccount(member, joinPointer(`/groups/${account.group}`, place)))
    }),
    ...(project.guided === undefined ? [] : checkChannel(project.guided.channel, '/guided/channel', context)),
    ...catalogProblems(project.catalog ?? null, catalogVersion),
  ]
}

function unknownGroup(name: string, pointer: string, groups: readonly string[]): readonly PointerProblem[] {
  const hint = didYouMean(name, groups) ?? 'define it under `groups`'
  return [{ pointer, at: 'value', code: 'rules.unknown-group', message: `unknown group ${inWords(name)}`, hint }]
}

function notAnAccount(member: string, pointer: string): readonly PointerProblem[] {
  if (/^[0-9]{12}$/.test(member)) return []
  const message = `${inWords(member)} is not an account id, and the group is used in \`scope\``
  return [{ pointer, at: 'value', code: 'document.value', message, hint: 'write twelve digits, quoted' }]
}

/** A catalogue with another major version means other things by the same names; an older one may lack some. */
function catalogProblems(wanted: string | null, found: string | null): readonly PointerProblem[] {
  if (wanted === null || found === null) return []
  const [wantedMajor = 0, ...wantedRest] = wanted.split('.').map(Number)
  const [major = 0, ...rest] = found.split('.').map(Number)
  const isOlder = (rest[0] ?? 0) - (wantedRest[0] ?? 0) || (rest[1] ?? 0) - (wantedRest[1] ?? 0)
  if (major === wantedMajor && isOlder >= 0) return []
  const message = `the project is written for catalogue ${wanted}, and ${found} is installed`
  const hint = 'install that version, or read what changed and write this one'
  return [{ pointer: '/catalog', at: 'value', code: 'document.value', message, hint }]
}
