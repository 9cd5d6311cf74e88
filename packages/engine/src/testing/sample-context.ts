/** What checks of documents need, for tests: no names exist and everything compiles unless said otherwise. */
import type { Matcher, PointerProblem } from '../contracts/match.js'
import type { CheckContext } from '../rules/check-context.js'

/** A context; `matchProblems` is what every match is said to have. A match with any field selects. */
export function sampleContext(
  changes: Partial<CheckContext> & { readonly matchProblems?: readonly PointerProblem[] } = {},
): CheckContext {
  const { matchProblems = [], ...context } = changes
  const matcher = (selective: boolean): Matcher => ({
    program: [],
    judge: () => 'no',
    explain: () => [],
    fields: new Set(),
    selective,
  })
  return {
    compilers: {
      match: (match) => ({ matcher: matcher(Object.keys(match).length > 0), problems: matchProblems }),
      when: () => ({
        condition: {
          program: [],
          judge: () => 'no',
          explain: () => {
            throw new Error('not here')
          },
        },
        problems: [],
      }),
      templates: () => [],
    },
    actions: new Map(),
    project: null,
    playbooks: new Map(),
    incomplete: new Set(),
    ...context,
  }
}
