/** A step of a rule or playbook: an action or a playbook by name, with its parameters. */
import { type Static, Type } from '@sinclair/typebox'
import type { JsonObject } from '../json.js'

export const stepSchema = Type.Object(
  {
    use: Type.String({
      minLength: 1,
      maxLength: 200,
      description:
        'An action (`s3.block-public-access`), `playbook` for the playbook of the finding’s control, or `playbook/EC2.2@1`.',
    }),
    with: Type.Optional(
      Type.Unsafe<JsonObject>({ type: 'object', description: 'Parameters; a value may hold `${…}`.' }),
    ),
  },
  { additionalProperties: false, $comment: 'step' },
)
export type Step = Static<typeof stepSchema>
