/** RDS in process: database instances. A change that needs no window is made at once, as public access is in AWS. */
import type {
  DescribeDBInstancesCommandInput,
  DescribeDBInstancesCommandOutput,
  ModifyDBInstanceCommandInput,
  ModifyDBInstanceCommandOutput,
} from '@aws-sdk/client-rds'
import { awsError, defineFake, type FakeContext, type Output } from './fake.js'

export interface RdsInstance {
  publiclyAccessible?: boolean
  /** `available` when not given. */
  status?: string
  instanceClass?: string
  /** Waits for the maintenance window; a call with ApplyImmediately makes these changes too. */
  pending?: { instanceClass?: string }
}

export interface RdsState {
  instances: { [id: string]: RdsInstance }
}

type Context = FakeContext<RdsState>

export const fakeRds = defineFake<RdsState>({
  key: 'rds',
  service: 'RDS',
  prefix: 'rds',
  scope: 'region',
  initial: () => ({ instances: {} }),
  operations: {
    DescribeDBInstances(
      input: DescribeDBInstancesCommandInput,
      context: Context,
    ): Output<DescribeDBInstancesCommandOutput> {
      const ids =
        input.DBInstanceIdentifier === undefined ? Object.keys(context.state.instances) : [input.DBInstanceIdentifier]
      return { DBInstances: ids.map((id) => shown(id, context)) }
    },
    ModifyDBInstance(input: ModifyDBInstanceCommandInput, context: Context): Output<ModifyDBInstanceCommandOutput> {
      const id = input.DBInstanceIdentifier ?? ''
      const instance = instanceOf(id, context)
      if ((instance.status ?? 'available') !== 'available') {
        throw awsError('InvalidDBInstanceStateFault', `Database instance is not in available state.`)
      }
      if (input.PubliclyAccessible !== undefined) instance.publiclyAccessible = input.PubliclyAccessible
      if (input.ApplyImmediately === true) {
        Object.assign(instance, instance.pending)
        delete instance.pending
      }
      return { DBInstance: shown(id, context) }
    },
  },
})

function instanceOf(id: string, { state }: Context): RdsInstance {
  const instance = state.instances[id]
  if (instance === undefined) throw awsError('DBInstanceNotFoundFault', `DBInstance ${id} not found.`, 404)
  return instance
}

function shown(id: string, context: Context) {
  const { account, region, partition } = context
  const { publiclyAccessible = false, status = 'available', instanceClass, pending } = instanceOf(id, context)
  return {
    DBInstanceIdentifier: id,
    DBInstanceArn: `arn:${partition}:rds:${region}:${account}:db:${id}`,
    DBInstanceStatus: status,
    PubliclyAccessible: publiclyAccessible,
    DBInstanceClass: instanceClass ?? 'db.t4g.micro',
    PendingModifiedValues: pending?.instanceClass === undefined ? {} : { DBInstanceClass: pending.instanceClass },
  }
}
