/**
 * IAM in process: the password policy, users' access keys, and roles with their inline policies.
 *
 * Error names are those of the SDK's classes (`NoSuchEntityException`), which differ from the codes on the wire
 * (`NoSuchEntity`). The password policy has no members that are off: AWS leaves them out, and so does this.
 */
import type {
  CreateRoleCommandInput,
  CreateRoleCommandOutput,
  DeleteRoleCommandInput,
  DeleteRolePolicyCommandInput,
  GetAccessKeyLastUsedCommandInput,
  GetAccessKeyLastUsedCommandOutput,
  GetAccountPasswordPolicyCommandOutput,
  GetRoleCommandInput,
  GetRoleCommandOutput,
  GetRolePolicyCommandInput,
  GetRolePolicyCommandOutput,
  ListAccessKeysCommandInput,
  ListAccessKeysCommandOutput,
  ListRolePoliciesCommandInput,
  ListRolePoliciesCommandOutput,
  PutRolePolicyCommandInput,
  Role,
  UpdateAccessKeyCommandInput,
  UpdateAccountPasswordPolicyCommandInput,
} from '@aws-sdk/client-iam'
import { awsError, defineFake, type FakeContext, type Output } from './fake.js'

export interface IamAccessKey {
  status: 'Active' | 'Inactive'
  /** ISO 8601. */
  created: string
  /** ISO 8601; absent when never used. */
  lastUsed?: string
}

export interface IamUser {
  accessKeys: { [id: string]: IamAccessKey }
}

export interface IamRole {
  path?: string
  /** Documents as text, as the calls carry them. */
  trustPolicy: string
  description?: string
  policies: { [name: string]: string }
}

export interface IamState {
  passwordPolicy: UpdateAccountPasswordPolicyCommandInput | null
  users: { [name: string]: IamUser }
  roles: { [name: string]: IamRole }
}

type Context = FakeContext<IamState>

const passwordDefaults = {
  MinimumPasswordLength: 6,
  RequireSymbols: false,
  RequireNumbers: false,
  RequireUppercaseCharacters: false,
  RequireLowercaseCharacters: false,
  AllowUsersToChangePassword: false,
}

export const fakeIam = defineFake<IamState>({
  key: 'iam',
  service: 'IAM',
  prefix: 'iam',
  scope: 'account',
  initial: () => ({ passwordPolicy: null, users: {}, roles: {} }),
  operations: {
    GetAccountPasswordPolicy(_input: object, { state }: Context): Output<GetAccountPasswordPolicyCommandOutput> {
      if (state.passwordPolicy === null) throw noSuch('Password Policy', 'the account')
      const policy = { ...passwordDefaults, ...state.passwordPolicy }
      return { PasswordPolicy: { ...policy, ExpirePasswords: (policy.MaxPasswordAge ?? 0) > 0 } }
    },
    UpdateAccountPasswordPolicy(input: UpdateAccountPasswordPolicyCommandInput, { state }: Context) {
      if (input.MaxPasswordAge === 0 || input.PasswordReusePrevention === 0)
        throw awsError('ValidationError', 'Value must be greater than or equal to 1')
      state.passwordPolicy = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
      return undefined
    },
    DeleteAccountPasswordPolicy(_input: object, { state }: Context) {
      if (state.passwordPolicy === null) throw noSuch('Password Policy', 'the account')
      state.passwordPolicy = null
      return undefined
    },

    ListAccessKeys(input: ListAccessKeysCommandInput, { state }: Context): Output<ListAccessKeysCommandOutput> {
      const { accessKeys } = userOf(input, state)
      const AccessKeyMetadata = Object.entries(accessKeys).map(([AccessKeyId, { status, created }]) => ({
        UserName: input.UserName,
        AccessKeyId,
        Status: status,
        CreateDate: new Date(created),
      }))
      return { AccessKeyMetadata, IsTruncated: false }
    },
    GetAccessKeyLastUsed(
      input: GetAccessKeyLastUsedCommandInput,
      { state }: Context,
    ): Output<GetAccessKeyLastUsedCommandOutput> {
      for (const [UserName, { accessKeys }] of Object.entries(state.users)) {
        const key = accessKeys[input.AccessKeyId ?? '']
        if (key === undefined) continue
        const { lastUsed } = key
        const AccessKeyLastUsed =
          lastUsed === undefined
            ? { ServiceName: 'N/A', Region: 'N/A' }
            : { ServiceName: 's3', Region: 'us-east-1', LastUsedDate: new Date(lastUsed) }
        return { UserName, AccessKeyLastUsed }
      }
      throw awsError('AccessDenied', 'User is not authorized to perform: iam:GetAccessKeyLastUsed', 403)
    },
    UpdateAccessKey(input: UpdateAccessKeyCommandInput, { state }: Context) {
      const key = userOf(input, state).accessKeys[input.AccessKeyId ?? '']
      if (key === undefined) throw noSuch('Access Key', `id ${input.AccessKeyId}`)
      if (input.Status !== 'Active' && input.Status !== 'Inactive')
        throw awsError('ValidationError', 'Status must be Active or Inactive')
      key.status = input.Status
      return undefined
    },

    CreateRole(input: CreateRoleCommandInput, context: Context): Output<CreateRoleCommandOutput> {
      const { RoleName: name = '', AssumeRolePolicyDocument: trustPolicy = '', Path: path, Description } = input
      if (Object.hasOwn(context.state.roles, name))
        throw awsError('EntityAlreadyExistsException', `Role with name ${name} already exists.`, 409)
      const role = { trustPolicy, policies: {}, ...defined({ path, description: Description }) }
      context.state.roles[name] = role
      return { Role: shown(name, role, context) }
    },
    GetRole(input: GetRoleCommandInput, context: Context): Output<GetRoleCommandOutput> {
      return { Role: shown(input.RoleName ?? '', roleOf(input, context.state), context) }
    },
    DeleteRole(input: DeleteRoleCommandInput, { state }: Context) {
      if (Object.keys(roleOf(input, state).policies).length > 0)
        throw awsError('DeleteConflictException', 'Cannot delete entity, must delete policies first.', 409)
      delete state.roles[input.RoleName ?? '']
      return undefined
    },
    ListRolePolicies(input: ListRolePoliciesCommandInput, { state }: Context): Output<ListRolePoliciesCommandOutput> {
      return { PolicyNames: Object.keys(roleOf(input, state).policies), IsTruncated: false }
    },
    GetRolePolicy(input: GetRolePolicyCommandInput, { state }: Context): Output<GetRolePolicyCommandOutput> {
      const { RoleName, PolicyName = '' } = input
      const document = roleOf(input, state).policies[PolicyName]
      if (document === undefined) throw noSuch('role policy', `name ${PolicyName}`)
      // AWS answers documents percent-encoded (RFC 3986).
      return { RoleName, PolicyName, PolicyDocument: encodeURIComponent(document) }
    },
    PutRolePolicy(input: PutRolePolicyCommandInput, { state }: Context) {
      roleOf(input, state).policies[input.PolicyName ?? ''] = input.PolicyDocument ?? ''
      return undefined
    },
    DeleteRolePolicy(input: DeleteRolePolicyCommandInput, { state }: Context) {
      const { policies } = roleOf(input, state)
      const name = input.PolicyName ?? ''
      if (!Object.hasOwn(policies, name)) throw noSuch('role policy', `name ${name}`)
      delete policies[name]
      return undefined
    },
  },
})

function noSuch(kind: string, what: string): Error {
  return awsError('NoSuchEntityException', `The ${kind} with ${what} cannot be found.`, 404)
}

function userOf({ UserName }: { UserName?: string | undefined }, state: IamState): IamUser {
  // The real IAM takes the caller's own user here; nothing that acts may rely on that.
  if (UserName === undefined)
    throw awsError('ValidationError', 'Must specify userName when calling with non-User credentials')
  const user = state.users[UserName]
  if (user === undefined) throw noSuch('user', `name ${UserName}`)
  return user
}

function roleOf({ RoleName }: { RoleName: string | undefined }, state: IamState): IamRole {
  const role = state.roles[RoleName ?? '']
  if (role === undefined) throw noSuch('role', `name ${RoleName}`)
  return role
}

function shown(name: string, role: IamRole, { account, partition, now }: Context): Role {
  const path = role.path ?? '/'
  return {
    Path: path,
    RoleName: name,
    RoleId: 'AROAEXAMPLE',
    Arn: `arn:${partition}:iam::${account}:role${path}${name}`,
    CreateDate: new Date(now),
    AssumeRolePolicyDocument: encodeURIComponent(role.trustPolicy),
    ...defined({ Description: role.description }),
  }
}

function defined<Value>(members: { readonly [name: string]: Value | undefined }): { [name: string]: Value } {
  return Object.fromEntries(
    Object.entries(members).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
