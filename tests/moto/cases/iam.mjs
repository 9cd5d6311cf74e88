/** IAM in moto. */
import {
  CreateAccessKeyCommand,
  CreateUserCommand,
  GetAccountPasswordPolicyCommand,
  IAMClient,
  ListAccessKeysCommand,
  UpdateAccountPasswordPolicyCommand,
} from '@aws-sdk/client-iam'

export const iam = [
  {
    action: 'iam.set-password-policy',
    async make({ account, client }) {
      const api = client(IAMClient)
      await api.send(
        new UpdateAccountPasswordPolicyCommand({ MinimumPasswordLength: 8, RequireSymbols: true, MaxPasswordAge: 30 }),
      )
      const policy = async () => {
        const { PasswordPolicy: p } = await api.send(new GetAccountPasswordPolicyCommand({}))
        return [p.MinimumPasswordLength, p.RequireSymbols, p.RequireUppercaseCharacters, p.MaxPasswordAge].join()
      }
      return {
        control: 'IAM.15',
        type: 'AwsAccount',
        id: `AWS::::Account:${account}`,
        with: { minimumLength: 14, requireUppercase: true, maxAgeDays: 90 },
        isBad: async () => (await policy()) === '8,true,false,30',
        isGood: async () => (await policy()) === '14,true,true,30',
      }
    },
  },
  {
    action: 'iam.deactivate-access-keys',
    async make({ account, client }) {
      const api = client(IAMClient)
      await api.send(new CreateUserCommand({ UserName: 'alice' }))
      const { AccessKey } = await api.send(new CreateAccessKeyCommand({ UserName: 'alice' }))
      const status = async () =>
        (await api.send(new ListAccessKeysCommand({ UserName: 'alice' }))).AccessKeyMetadata[0].Status
      return {
        control: 'IAM.3',
        type: 'AwsIamUser',
        id: `arn:aws:iam::${account}:user/alice`,
        // moto cannot make an old key; the key is named instead of aged.
        with: { user: '${resource.name}', keyId: AccessKey.AccessKeyId },
        isBad: async () => (await status()) === 'Active',
        isGood: async () => (await status()) === 'Inactive',
      }
    },
  },
]
