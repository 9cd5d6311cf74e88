import {
  CreateRoleCommand,
  DeleteAccountPasswordPolicyCommand,
  DeleteRoleCommand,
  DeleteRolePolicyCommand,
  GetAccessKeyLastUsedCommand,
  GetAccountPasswordPolicyCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  IAMClient,
  ListAccessKeysCommand,
  ListRolePoliciesCommand,
  PutRolePolicyCommand,
  UpdateAccessKeyCommand,
  UpdateAccountPasswordPolicyCommand,
} from '@aws-sdk/client-iam'
import { describe, expect, it } from 'vitest'
import { inProcessAws } from './index.js'

async function iam(state: object = {}) {
  const world = inProcessAws({ '123456789012': { global: { iam: state } } })
  const target = { account: '123456789012', region: 'us-east-1', partition: 'aws' }
  const session = await world.aws.writing(target, JSON.parse('{"runId":"r","seq":0}'))
  return session.client(IAMClient)
}

describe('the password policy', () => {
  it('is an error where there is none', async () => {
    const client = await iam()
    await expect(client.send(new GetAccountPasswordPolicyCommand({}))).rejects.toMatchObject({
      name: 'NoSuchEntityException',
      $metadata: { httpStatusCode: 404 },
    })
    await expect(client.send(new DeleteAccountPasswordPolicyCommand({}))).rejects.toMatchObject({
      name: 'NoSuchEntityException',
    })
  })

  it('is replaced whole: what a call leaves out falls back to its default', async () => {
    const client = await iam({ passwordPolicy: { RequireSymbols: true, MaxPasswordAge: 90 } })
    await client.send(new UpdateAccountPasswordPolicyCommand({ MinimumPasswordLength: 14 }))
    const { PasswordPolicy } = await client.send(new GetAccountPasswordPolicyCommand({}))
    expect(PasswordPolicy).toMatchObject({ MinimumPasswordLength: 14, RequireSymbols: false, ExpirePasswords: false })
    expect(PasswordPolicy).not.toHaveProperty('MaxPasswordAge')
  })

  it.each([{ MaxPasswordAge: 0 }, { PasswordReusePrevention: 0 }])('takes no zero: %o', async (input) => {
    const client = await iam()
    await expect(client.send(new UpdateAccountPasswordPolicyCommand(input))).rejects.toMatchObject({
      name: 'ValidationError',
    })
  })
})

describe('access keys', () => {
  const alice = { users: { alice: { accessKeys: { AKIA1: { status: 'Active', created: '2026-01-01T00:00:00Z' } } } } }

  it('are listed with their dates, and one that was never used has no date of use', async () => {
    const client = await iam(alice)
    const { AccessKeyMetadata } = await client.send(new ListAccessKeysCommand({ UserName: 'alice' }))
    expect(AccessKeyMetadata).toEqual([
      { UserName: 'alice', AccessKeyId: 'AKIA1', Status: 'Active', CreateDate: new Date('2026-01-01T00:00:00Z') },
    ])
    const { AccessKeyLastUsed } = await client.send(new GetAccessKeyLastUsedCommand({ AccessKeyId: 'AKIA1' }))
    expect(AccessKeyLastUsed).toEqual({ ServiceName: 'N/A', Region: 'N/A' })
  })

  it.each([
    [
      'an unknown user',
      { UserName: 'bob', AccessKeyId: 'AKIA1', Status: 'Inactive' as const },
      'NoSuchEntityException',
    ],
    [
      'an unknown key',
      { UserName: 'alice', AccessKeyId: 'AKIA2', Status: 'Inactive' as const },
      'NoSuchEntityException',
    ],
    ['no user at all', { AccessKeyId: 'AKIA1', Status: 'Inactive' as const }, 'ValidationError'],
  ])('of %s are not changed', async (_name, input, name) => {
    const client = await iam(alice)
    await expect(client.send(new UpdateAccessKeyCommand(input))).rejects.toMatchObject({ name })
  })
})

describe('roles', () => {
  it('keep documents and answer them percent-encoded, as IAM does', async () => {
    const client = await iam()
    const trust = '{"Version":"2012-10-17","Statement":[]}'
    const { Role } = await client.send(new CreateRoleCommand({ RoleName: 'logs', AssumeRolePolicyDocument: trust }))
    expect(Role?.Arn).toBe('arn:aws:iam::123456789012:role/logs')
    const again = await client.send(new GetRoleCommand({ RoleName: 'logs' }))
    expect(decodeURIComponent(again.Role?.AssumeRolePolicyDocument ?? '')).toBe(trust)
    await client.send(
      new PutRolePolicyCommand({ RoleName: 'logs', PolicyName: 'write', PolicyDocument: '{"a":"b c"}' }),
    )
    const policy = await client.send(new GetRolePolicyCommand({ RoleName: 'logs', PolicyName: 'write' }))
    expect(policy.PolicyDocument).toBe('%7B%22a%22%3A%22b%20c%22%7D')
    expect((await client.send(new ListRolePoliciesCommand({ RoleName: 'logs' }))).PolicyNames).toEqual(['write'])
  })

  it('are made once, and deleted only without policies', async () => {
    const client = await iam({ roles: { logs: { trustPolicy: '{}', policies: { write: '{}' } } } })
    const made = client.send(new CreateRoleCommand({ RoleName: 'logs', AssumeRolePolicyDocument: '{}' }))
    await expect(made).rejects.toMatchObject({ name: 'EntityAlreadyExistsException' })
    const early = client.send(new DeleteRoleCommand({ RoleName: 'logs' }))
    await expect(early).rejects.toMatchObject({ name: 'DeleteConflictException' })
    await client.send(new DeleteRolePolicyCommand({ RoleName: 'logs', PolicyName: 'write' }))
    await client.send(new DeleteRoleCommand({ RoleName: 'logs' }))
    const gone = client.send(new GetRoleCommand({ RoleName: 'logs' }))
    await expect(gone).rejects.toMatchObject({ name: 'NoSuchEntityException' })
  })
})
