/** Instances and the EBS encryption default in process. */
import type {
  DescribeInstancesCommandInput,
  DescribeInstancesCommandOutput,
  GetEbsEncryptionByDefaultCommandOutput,
  ModifyInstanceMetadataOptionsCommandInput,
} from '@aws-sdk/client-ec2'
import { given } from './ec2-security-groups.js'
import type { Ec2Context, Ec2Instance, Ec2State } from './ec2-state.js'
import { awsError, type Output } from './fake.js'

export const instanceOperations = {
  DescribeInstances(
    input: DescribeInstancesCommandInput,
    { state }: Ec2Context,
  ): Output<DescribeInstancesCommandOutput> {
    const Instances = (input.InstanceIds ?? Object.keys(state.instances)).map((InstanceId) => {
      const { state: name = 'running', metadataOptions = {} } = instanceOf(InstanceId, state)
      const { state: State = 'applied', httpTokens: HttpTokens = 'optional' } = metadataOptions
      const { httpEndpoint: HttpEndpoint = 'enabled', hopLimit: HttpPutResponseHopLimit = 1 } = metadataOptions
      return {
        InstanceId,
        State: { Name: name },
        MetadataOptions: { State, HttpTokens, HttpEndpoint, HttpPutResponseHopLimit },
      }
    })
    return { Reservations: [{ Instances }] }
  },
  ModifyInstanceMetadataOptions(input: ModifyInstanceMetadataOptionsCommandInput, { state }: Ec2Context) {
    const instance = instanceOf(input.InstanceId, state)
    instance.metadataOptions = {
      ...instance.metadataOptions,
      ...given({ httpTokens: input.HttpTokens }),
      ...given({ httpEndpoint: input.HttpEndpoint }),
      ...given({ hopLimit: input.HttpPutResponseHopLimit }),
    }
    return { InstanceId: input.InstanceId }
  },

  GetEbsEncryptionByDefault(_input: object, { state }: Ec2Context): Output<GetEbsEncryptionByDefaultCommandOutput> {
    return { EbsEncryptionByDefault: state.ebsEncryptionByDefault }
  },
  EnableEbsEncryptionByDefault(_input: object, { state }: Ec2Context) {
    state.ebsEncryptionByDefault = true
    return { EbsEncryptionByDefault: true }
  },
  DisableEbsEncryptionByDefault(_input: object, { state }: Ec2Context) {
    state.ebsEncryptionByDefault = false
    return { EbsEncryptionByDefault: false }
  },
}

function instanceOf(id: string | undefined, state: Ec2State): Ec2Instance {
  const instance = state.instances[id ?? '']
  if (instance === undefined) throw awsError('InvalidInstanceID.NotFound', `The instance ID '${id}' does not exist`)
  return instance
}
