/** Schemas of everything that `--json` prints, by command. */
import { applyOutputSchema } from './apply.js'
import { checkOutputSchema, testOutputSchema } from './check.js'
import { decideOutputSchema, explainOutputSchema } from './decide.js'
import {
  buildOutputSchema,
  catalogListOutputSchema,
  catalogShowOutputSchema,
  historyOutputSchema,
  initOutputSchema,
} from './lists.js'
import { planOutputSchema } from './plan.js'

export const outputSchemas = {
  apply: applyOutputSchema,
  build: buildOutputSchema,
  'catalog-list': catalogListOutputSchema,
  'catalog-show': catalogShowOutputSchema,
  check: checkOutputSchema,
  decide: decideOutputSchema,
  explain: explainOutputSchema,
  history: historyOutputSchema,
  init: initOutputSchema,
  plan: planOutputSchema,
  test: testOutputSchema,
  undo: applyOutputSchema,
} as const
