/** EC2 in process; its operations stand in `ec2-*.ts`, by subject. */
import { instanceOperations } from './ec2-instances.js'
import { networkOperations } from './ec2-network.js'
import { securityGroupOperations } from './ec2-security-groups.js'
import type { Ec2State } from './ec2-state.js'
import { defineFake } from './fake.js'

export const fakeEc2 = defineFake<Ec2State>({
  key: 'ec2',
  service: 'EC2',
  prefix: 'ec2',
  scope: 'region',
  initial: () => ({
    securityGroups: {},
    networkInterfaces: {},
    networkAcls: {},
    vpcs: {},
    flowLogs: {},
    instances: {},
    ebsEncryptionByDefault: false,
  }),
  operations: { ...instanceOperations, ...networkOperations, ...securityGroupOperations },
})
