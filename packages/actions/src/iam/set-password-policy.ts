/**
 * Tightens the account's password policy in the settings that are asked for, and in no other.
 *
 * UpdateAccountPasswordPolicy replaces the whole policy: a member that is left out falls back to AWS's default. So
 * everything that was read is sent again. An account without a policy has rules of its own (8 characters, three
 * kinds of them) that no call shows; the first policy ends them, which is why it starts from those and not from the
 * defaults of the call.
 */
import type { PasswordPolicy, UpdateAccountPasswordPolicyCommandInput } from '@aws-sdk/client-iam'
import { defineSetting, sameJson } from '@redress/engine'
import { Type } from '@sinclair/typebox'
import { isAwsError } from '../aws/is-aws-error.js'
import { iam } from './client.js'

const kind = (which: string) => Type.Optional(Type.Boolean({ description: `${which}; false asks for nothing.` }))

export const setPasswordPolicy = defineSetting({
  name: 'iam.set-password-policy',
  summary: 'Tighten single settings of the account’s password policy.',
  resource: 'AWS::::Account',
  risk: 'disruptive',
  permissions: {
    read: ['iam:GetAccountPasswordPolicy'],
    write: ['iam:UpdateAccountPasswordPolicy', 'iam:DeleteAccountPasswordPolicy'],
  },

  params: Type.Object(
    {
      minimumLength: Type.Optional(Type.Integer({ minimum: 0, maximum: 128, description: 'Characters at least.' })),
      requireUppercase: kind('At least one of A to Z'),
      requireLowercase: kind('At least one of a to z'),
      requireNumbers: kind('At least one digit'),
      requireSymbols: kind('At least one symbol'),
      maxAgeDays: Type.Optional(
        Type.Integer({
          minimum: 0,
          maximum: 1095,
          description: 'Days until a password expires, at once for those that are older; 0 asks for nothing.',
        }),
      ),
      preventReuse: Type.Optional(
        Type.Integer({ minimum: 0, maximum: 24, description: 'Earlier passwords that may not come back; 0: nothing.' }),
      ),
      hardExpiry: kind('Only an administrator can renew an expired password, which locks people out'),
    },
    { additionalProperties: false, minProperties: 1 },
  ),

  describe: (params) => {
    const asked = Object.entries(params).filter(([, value]) => value !== false && value !== 0)
    return `tighten the password policy: ${asked.map(([name, value]) => (value === true ? name : `${name} ${value}`)).join(', ')}`
  },

  async read(_params, aws) {
    const { client, GetAccountPasswordPolicyCommand } = await iam(aws)
    try {
      const { PasswordPolicy } = await client.send(new GetAccountPasswordPolicyCommand({}))
      return { configured: true, ...settings(PasswordPolicy) }
    } catch (error) {
      if (isAwsError(error, 'NoSuchEntityException')) return { configured: false, ...builtIn }
      throw error
    }
  },
  want(current, asked) {
    const next = {
      ...current,
      minimumLength: Math.max(current.minimumLength, asked.minimumLength ?? 0),
      requireUppercase: current.requireUppercase || asked.requireUppercase === true,
      requireLowercase: current.requireLowercase || asked.requireLowercase === true,
      requireNumbers: current.requireNumbers || asked.requireNumbers === true,
      requireSymbols: current.requireSymbols || asked.requireSymbols === true,
      maxAgeDays: soonest(current.maxAgeDays, limit(asked.maxAgeDays)),
      preventReuse: greatest(current.preventReuse, limit(asked.preventReuse)),
      hardExpiry: current.hardExpiry || asked.hardExpiry === true,
    }
    // What holds without a policy may be enough; then none is made.
    if (sameJson(current, next)) return current
    return current.configured ? next : { ...next, ...threeKinds, configured: true }
  },
  async write(_params, { configured, ...next }, aws) {
    const { client, UpdateAccountPasswordPolicyCommand, DeleteAccountPasswordPolicyCommand } = await iam(aws)
    if (configured) await client.send(new UpdateAccountPasswordPolicyCommand(request(next)))
    else await client.send(new DeleteAccountPasswordPolicyCommand({}))
  },
})

/**
 * A first policy ends the rule of any three kinds of characters, which no policy can say; these three are as strict.
 */
const threeKinds = { requireUppercase: true, requireLowercase: true, requireNumbers: true }

type Settings = ReturnType<typeof settings>

/**
 * What holds without a policy, as far as a policy can say it (IAM user guide, “Setting an account password policy”:
 * 8 characters and any three of four kinds). “Any three” cannot be said, so no kind is required here; a first policy
 * requires `threeKinds`.
 */
const builtIn: Settings = { ...settings({}), minimumLength: 8 }

function settings(policy: PasswordPolicy = {}) {
  return {
    minimumLength: policy.MinimumPasswordLength ?? 6,
    requireUppercase: policy.RequireUppercaseCharacters === true,
    requireLowercase: policy.RequireLowercaseCharacters === true,
    requireNumbers: policy.RequireNumbers === true,
    requireSymbols: policy.RequireSymbols === true,
    allowUsersToChange: policy.AllowUsersToChangePassword === true,
    maxAgeDays: limit(policy.MaxPasswordAge),
    preventReuse: limit(policy.PasswordReusePrevention),
    hardExpiry: policy.HardExpiry === true,
  }
}

/** Zero and absent both mean “not limited”; sending the zero back would be refused. */
function limit(value: number | undefined): number | null {
  return value === undefined || value === 0 ? null : value
}

function request(next: Settings): UpdateAccountPasswordPolicyCommandInput {
  return {
    MinimumPasswordLength: next.minimumLength,
    RequireUppercaseCharacters: next.requireUppercase,
    RequireLowercaseCharacters: next.requireLowercase,
    RequireNumbers: next.requireNumbers,
    RequireSymbols: next.requireSymbols,
    AllowUsersToChangePassword: next.allowUsersToChange,
    HardExpiry: next.hardExpiry,
    ...(next.maxAgeDays === null ? {} : { MaxPasswordAge: next.maxAgeDays }),
    ...(next.preventReuse === null ? {} : { PasswordReusePrevention: next.preventReuse }),
  }
}

function soonest(current: number | null, asked: number | null): number | null {
  return current === null || asked === null ? (current ?? asked) : Math.min(current, asked)
}

function greatest(current: number | null, asked: number | null): number | null {
  return current === null || asked === null ? (current ?? asked) : Math.max(current, asked)
}
