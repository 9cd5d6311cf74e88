/**
 * The S3 Control calls that actions make; a bundle holds these and no others.
 *
 * S3 Control puts the account before the host name, also before that of an endpoint of one's own, where an IP
 * address makes no valid address of it. So such an endpoint is taken as it stands.
 */
import { S3ControlClient } from '@aws-sdk/client-s3-control'
import type { ClientSettings } from '@redress/engine'

export {
  DeletePublicAccessBlockCommand,
  GetPublicAccessBlockCommand,
  PutPublicAccessBlockCommand,
} from '@aws-sdk/client-s3-control'

export class AccountClient extends S3ControlClient {
  constructor(settings: ClientSettings) {
    const { endpoint } = settings
    super(endpoint === undefined ? settings : { ...settings, endpointProvider: () => ({ url: new URL(endpoint) }) })
  }
}
