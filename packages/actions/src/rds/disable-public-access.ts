/**
 * Takes the public address from a database instance.
 *
 * RDS changes public access at once whatever ApplyImmediately says, so the call does not say it: with it, changes
 * that wait for the maintenance window would be made now too, and some of them restart the database.
 */
import { type AwsSession, defineSetting, RedressError } from '@redress/engine'
import { Type } from '@sinclair/typebox'
import { isAwsError } from '../aws/is-aws-error.js'
import { rds } from './client.js'

export const disablePublicAccess = defineSetting({
  name: 'rds.disable-public-access',
  summary: 'Take the public address from a database instance.',
  resource: 'AWS::RDS::DBInstance',
  risk: 'disruptive',
  permissions: { read: ['rds:DescribeDBInstances'], write: ['rds:ModifyDBInstance'] },

  params: Type.Object(
    {
      instanceId: Type.String({
        pattern: '^[A-Za-z][A-Za-z0-9-]{0,62}$',
        description: 'Identifier of the database instance, also of one in a cluster.',
      }),
    },
    { additionalProperties: false },
  ),

  describe: ({ instanceId }) => `take the public address from database instance ${instanceId}`,

  async read({ instanceId }, aws) {
    const found = await instanceOf(instanceId, aws)
    if (found === null || found.DBInstanceStatus === 'deleting') return null
    if (found.PubliclyAccessible === undefined) {
      throw new RedressError('aws.failed', `AWS answered without public access of ${instanceId}`)
    }
    return { publiclyAccessible: found.PubliclyAccessible }
  },

  want: () => ({ publiclyAccessible: false }),

  async hold(_state, { instanceId }, aws) {
    const status = (await instanceOf(instanceId, aws))?.DBInstanceStatus ?? 'unknown'
    if (status === 'available') return null
    const message = `database instance \`${instanceId}\` can be changed when it is available, it is \`${status}\``
    return { kind: 'pending', message }
  },

  async write({ instanceId }, { publiclyAccessible }, aws) {
    const { client, ModifyDBInstanceCommand } = await rds(aws)
    const input = { DBInstanceIdentifier: instanceId, PubliclyAccessible: publiclyAccessible }
    await client.send(new ModifyDBInstanceCommand(input))
  },
})

async function instanceOf(instanceId: string, aws: AwsSession) {
  const { client, DescribeDBInstancesCommand } = await rds(aws)
  try {
    const { DBInstances } = await client.send(new DescribeDBInstancesCommand({ DBInstanceIdentifier: instanceId }))
    const [found] = DBInstances ?? []
    if (found === undefined)
      throw new RedressError('aws.failed', `AWS answered without database instance ${instanceId}`)
    return found
  } catch (error) {
    if (isAwsError(error, 'DBInstanceNotFound', 'DBInstanceNotFoundFault')) return null
    throw error
  }
}
