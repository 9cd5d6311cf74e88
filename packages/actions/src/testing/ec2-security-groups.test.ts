import { EC2Client, RevokeSecurityGroupIngressCommand } from '@aws-sdk/client-ec2'
import type { IntentReceipt } from '@redress/engine'
import { describe, expect, it } from 'vitest'
import { inProcessAws } from './in-process-aws.js'

const receipt: IntentReceipt = JSON.parse('{"runId":"test","seq":0}')
const open = { protocol: 'tcp', fromPort: 22, toPort: 22, cidrIpv4: '0.0.0.0/0' }
const base = { IpProtocol: 'tcp', FromPort: 22, ToPort: 22 }

async function revokeIn(vpc: object, sources: readonly string[]) {
  const world = inProcessAws({
    '123456789012': {
      'eu-west-1': {
        ec2: { vpcs: { 'vpc-1': vpc }, securityGroups: { 'sg-1': { vpcId: 'vpc-1', rules: [{ ...open }] } } },
      },
    },
  })
  const aws = await world.aws.writing({ account: '123456789012', region: 'eu-west-1', partition: 'aws' }, receipt)
  const IpPermissions = [{ ...base, IpRanges: sources.map((CidrIp) => ({ CidrIp })) }]
  const answer = aws.client(EC2Client).send(new RevokeSecurityGroupIngressCommand({ GroupId: 'sg-1', IpPermissions }))
  return { world, answer, IpPermissions }
}
const rulesLeft = (world: ReturnType<typeof inProcessAws>) =>
  JSON.parse(JSON.stringify(world.state['123456789012']?.['eu-west-1']?.['ec2'])).securityGroups['sg-1'].rules

describe('revoking a rule that is not there', () => {
  it('fails and revokes nothing, also not the other source of the call', async () => {
    const { world, answer } = await revokeIn({}, ['0.0.0.0/0', '192.0.2.0/24'])
    await expect(answer).rejects.toMatchObject({ name: 'InvalidPermission.NotFound' })
    expect(rulesLeft(world)).toEqual([open])
  })
  it('succeeds in a default VPC, and says what it did not know', async () => {
    const { world, answer, IpPermissions } = await revokeIn({ isDefault: true }, ['192.0.2.0/24'])
    expect(await answer).toMatchObject({ UnknownIpPermissions: IpPermissions, RevokedSecurityGroupRules: [] })
    expect(rulesLeft(world)).toEqual([open])
  })
})

it('says which rule it revoked', async () => {
  const { world, answer } = await revokeIn({}, ['0.0.0.0/0'])
  expect((await answer).RevokedSecurityGroupRules).toMatchObject([{ CidrIpv4: '0.0.0.0/0', FromPort: 22 }])
  expect(rulesLeft(world)).toEqual([])
})
