/** All kinds of documents by name, with their schemas. */
import { exceptionsSchema } from './exceptions.js'
import { playbookSchema, standardSchema } from './playbook.js'
import { projectSchema } from './project.js'
import { rulesSchema } from './rules.js'
import { playbookTestSchema, ruleTestSchema } from './tests.js'

export const documentSchemas = {
  Project: projectSchema,
  Rules: rulesSchema,
  Exceptions: exceptionsSchema,
  Playbook: playbookSchema,
  PlaybookTest: playbookTestSchema,
  RuleTest: ruleTestSchema,
  Standard: standardSchema,
} as const

export type DocumentKind = keyof typeof documentSchemas
