import { sameJson } from '@redress/engine'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inProcessAws } from '../testing/index.js'
import { keepsTheLaws } from '../testing/laws.js'
import { contextAt } from '../testing/plan-of.js'
import { setPasswordPolicy } from './set-password-policy.js'

const account = (passwordPolicy: object | null) =>
  inProcessAws({ '123456789012': { global: { iam: { passwordPolicy } } } })

const strict = {
  MinimumPasswordLength: 20,
  RequireSymbols: true,
  RequireNumbers: true,
  RequireUppercaseCharacters: true,
  RequireLowercaseCharacters: true,
  AllowUsersToChangePassword: true,
  MaxPasswordAge: 30,
  PasswordReusePrevention: 24,
}

const everything = {
  minimumLength: 14,
  requireUppercase: true,
  requireLowercase: true,
  requireNumbers: true,
  requireSymbols: true,
  maxAgeDays: 90,
  preventReuse: 5,
}

keepsTheLaws(setPasswordPolicy, everything, {
  open: {
    'an account without a policy': () => account(null),
    'a policy with AWS’s defaults': () => account({}),
    'a policy that is short of one symbol': () => account({ ...strict, RequireSymbols: false }),
    'a policy whose passwords never expire': () => account({ ...strict, MaxPasswordAge: undefined }),
  },
  closed: { 'a policy that is stricter in all settings': () => account(strict) },
})

keepsTheLaws(
  setPasswordPolicy,
  { minimumLength: 8, requireSymbols: false, maxAgeDays: 0, preventReuse: 0 },
  {
    open: { 'a policy with short passwords': () => account({ MinimumPasswordLength: 6 }) },
    closed: {
      'an account without a policy, where 8 characters hold already': () => account(null),
      'a policy with long passwords': () => account({ MinimumPasswordLength: 12 }),
    },
  },
)

const context = contextAt(0)

async function read(passwordPolicy: object | null) {
  const state = await setPasswordPolicy.definition.read(
    everything,
    await account(passwordPolicy).aws.reading({ account: '123456789012', region: 'us-east-1', partition: 'aws' }),
    context,
  )
  if (state === null) throw new Error('an account always has a password policy')
  return state
}

describe('a tightened password policy', () => {
  it.each([
    ['minimumLength', { minimumLength: 14 }, 14],
    ['requireUppercase', { requireUppercase: true }, true],
    ['requireLowercase', { requireLowercase: true }, true],
    ['requireNumbers', { requireNumbers: true }, true],
    ['requireSymbols', { requireSymbols: true }, true],
    ['maxAgeDays', { maxAgeDays: 90 }, 90],
    ['preventReuse', { preventReuse: 24 }, 24],
    ['hardExpiry', { hardExpiry: true }, true],
  ])('differs in %s and in nothing else', async (name, asked, value) => {
    const before = await read({})
    expect(setPasswordPolicy.definition.want(before, asked, context)).toEqual({ ...before, [name]: value })
  })

  it('does not fall below what holds without a policy', async () => {
    const before = await read(null)
    expect(setPasswordPolicy.definition.want(before, { preventReuse: 24 }, context)).toMatchObject({
      configured: true,
      minimumLength: 8,
      requireUppercase: true,
      requireLowercase: true,
      requireNumbers: true,
      requireSymbols: false,
      preventReuse: 24,
    })
  })

  it('never asks users to see an administrator unless told so', async () => {
    const after = setPasswordPolicy.definition.want(await read({ MaxPasswordAge: 365 }), everything, context)
    expect(after).toMatchObject({ maxAgeDays: 90, hardExpiry: false })
  })

  const limit = (max: number) => fc.oneof(fc.constant(null), fc.integer({ min: 1, max }))
  const policy = fc.record({
    configured: fc.constant(true),
    minimumLength: fc.integer({ min: 6, max: 128 }),
    requireUppercase: fc.boolean(),
    requireLowercase: fc.boolean(),
    requireNumbers: fc.boolean(),
    requireSymbols: fc.boolean(),
    allowUsersToChange: fc.boolean(),
    maxAgeDays: limit(1095),
    preventReuse: limit(24),
    hardExpiry: fc.boolean(),
  })
  const wish = fc.record(
    {
      minimumLength: fc.integer({ min: 0, max: 128 }),
      requireUppercase: fc.boolean(),
      requireLowercase: fc.boolean(),
      requireNumbers: fc.boolean(),
      requireSymbols: fc.boolean(),
      maxAgeDays: fc.integer({ min: 0, max: 1095 }),
      preventReuse: fc.integer({ min: 0, max: 24 }),
      hardExpiry: fc.boolean(),
    },
    { requiredKeys: [] },
  )

  it('is at least as strict as before in every setting, whatever is asked', () => {
    fc.assert(
      fc.property(policy, wish, (before, asked) => {
        const after = setPasswordPolicy.definition.want(before, asked, context)
        expect(after.minimumLength).toBeGreaterThanOrEqual(before.minimumLength)
        expect(after.maxAgeDays ?? Infinity).toBeLessThanOrEqual(before.maxAgeDays ?? Infinity)
        expect(after.preventReuse ?? 0).toBeGreaterThanOrEqual(before.preventReuse ?? 0)
        for (const name of ['requireUppercase', 'requireLowercase', 'requireNumbers', 'requireSymbols'] as const) {
          expect(after[name]).toBe(before[name] || asked[name] === true)
        }
        expect(after.allowUsersToChange).toBe(before.allowUsersToChange)
      }),
    )
  })

  it('has nothing more to tighten', () => {
    fc.assert(
      fc.property(policy, wish, (before, asked) => {
        const once = setPasswordPolicy.definition.want(before, asked, context)
        return sameJson(setPasswordPolicy.definition.want(once, asked, context), once)
      }),
    )
  })
})

it('names what it tightens, and not what it is told to leave', () => {
  expect(setPasswordPolicy.describe({ minimumLength: 14, requireSymbols: true, maxAgeDays: 0 })).toBe(
    'tighten the password policy: minimumLength 14, requireSymbols',
  )
})
