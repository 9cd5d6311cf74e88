/** `kind: Project`: `redress.yaml`, what a team sets once: scope, groups, roles, channels, mode. */
import { type Static, Type } from '@sinclair/typebox'
import { apiVersionSchema, modeSchema } from './rules.js'

const accountId = Type.String({ pattern: '^[0-9]{12}$', description: 'Twelve digits, quoted.' })
const name = '^[a-z0-9][a-z0-9-]*$'
const named = 'a name has lower-case letters, digits and hyphens'

export const channelSchema = Type.Union([
  Type.Object(
    {
      type: Type.Literal('sns', { description: 'An SNS topic.' }),
      topicArn: Type.String({
        pattern: '^arn:[a-z-]+:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_.-]+$',
        description: 'ARN of the topic.',
      }),
    },
    { additionalProperties: false },
  ),
  Type.Object(
    {
      type: Type.Union([Type.Literal('webhook'), Type.Literal('slack'), Type.Literal('teams')], {
        description: 'An HTTP endpoint, and the form of message that it takes.',
      }),
      url: Type.String({
        pattern: '^(https://|http://(127\\.0\\.0\\.1|localhost)[:/]).+',
        maxLength: 2048,
        writeOnly: true,
        description: 'A URL with `https://`, which is a secret.',
      }),
    },
    { additionalProperties: false },
  ),
  Type.Object(
    {
      type: Type.Literal('eventbridge', { description: 'An EventBridge bus.' }),
      busArn: Type.String({
        pattern: '^arn:[a-z-]+:events:[a-z0-9-]+:[0-9]{12}:event-bus/[A-Za-z0-9_./-]+$',
        description: 'ARN of the bus.',
      }),
    },
    { additionalProperties: false },
  ),
])
export type Channel = Static<typeof channelSchema>

export const projectSchema = Type.Object(
  {
    apiVersion: apiVersionSchema,
    kind: Type.Literal('Project', { description: 'Kind of the document.' }),
    mode: Type.Optional(modeSchema),
    catalog: Type.Optional(
      Type.String({
        pattern: '^[0-9]+\\.[0-9]+\\.[0-9]+$',
        description: 'Version of the catalogue that the rules were written for.',
      }),
    ),
    scope: Type.Object(
      {
        accounts: Type.Array(
          Type.Union([
            accountId,
            Type.Object(
              { group: Type.String({ pattern: name, description: 'Name of a group under `groups`.' }) },
              { additionalProperties: false },
            ),
          ]),
          { description: 'Accounts that may be changed; an empty list allows none.', maxItems: 10_000 },
        ),
        regions: Type.Array(
          Type.String({ pattern: '^[a-z]{2,}(-[a-z]+)+-[0-9]$', description: 'A Region such as `eu-west-1`.' }),
          {
            description: 'Regions that may be changed; an empty list allows none.',
            maxItems: 100,
          },
        ),
      },
      { additionalProperties: false, description: 'What may be changed at all.' },
    ),
    groups: Type.Optional(
      Type.Record(
        Type.String({ pattern: name }),
        Type.Array(Type.String({ minLength: 1 }), { minItems: 1, maxItems: 10_000 }),
        { additionalProperties: false, description: `Named lists, such as account ids; ${named}.` },
      ),
    ),
    roles: Type.Optional(
      Type.Object(
        {
          remediation: Type.Optional(
            Type.Object(
              {
                name: Type.String({
                  minLength: 1,
                  maxLength: 64,
                  description: 'Role to assume in a target account; `${account}` and `${region}` are filled in.',
                }),
                externalId: Type.Optional(
                  Type.String({
                    minLength: 2,
                    maxLength: 1224,
                    description: 'External id that the role’s trust policy asks for.',
                  }),
                ),
                sessionName: Type.Optional(
                  Type.String({
                    pattern: '^[A-Za-z0-9=,.@-]{2,64}$',
                    description: 'Session name, seen in CloudTrail: 2 to 64 of letters, digits and `=,.@-`.',
                  }),
                ),
              },
              { additionalProperties: false, description: 'The role that changes are made with.' },
            ),
          ),
        },
        { additionalProperties: false, description: 'Roles to assume in target accounts.' },
      ),
    ),
    hub: Type.Optional(
      Type.Object(
        {
          account: Type.Optional(accountId),
          region: Type.Optional(Type.String({ description: 'A Region such as `eu-west-1`.' })),
        },
        {
          additionalProperties: false,
          description: 'Where finding updates are sent; the finding’s own account and Region where not given.',
        },
      ),
    ),
    channels: Type.Optional(
      Type.Record(Type.String({ pattern: name }), channelSchema, {
        additionalProperties: false,
        description: `Where messages can be sent; ${named}.`,
      }),
    ),
    guided: Type.Optional(
      Type.Object(
        { channel: Type.String({ description: 'Name of a channel under `channels`.' }) },
        { additionalProperties: false, description: 'Where the guide of a guided playbook is sent.' },
      ),
    ),
  },
  { additionalProperties: false, title: 'Redress project' },
)
export type Project = Static<typeof projectSchema>
