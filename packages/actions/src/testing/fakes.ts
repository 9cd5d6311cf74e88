/** Every service of the in-process AWS, in alphabetical order. */

import { fakeCloudTrail } from './cloudtrail.js'
import { fakeCloudWatch } from './cloudwatch.js'
import { fakeConfig } from './config.js'
import { fakeEc2 } from './ec2.js'
import { fakeEventBridge } from './eventbridge.js'
import type { Fake } from './fake.js'
import { fakeIam } from './iam.js'
import { fakeKms } from './kms.js'
import { fakeLogs } from './logs.js'
import { fakeRds } from './rds.js'
import { fakeS3 } from './s3.js'
import { fakeS3Control } from './s3-control.js'
import { fakeSecurityHub } from './securityhub.js'
import { fakeSns } from './sns.js'

/** In the order of their keys. */
export const fakes: readonly Fake[] = [
  fakeCloudTrail,
  fakeCloudWatch,
  fakeConfig,
  fakeEc2,
  fakeEventBridge,
  fakeIam,
  fakeKms,
  fakeLogs,
  fakeRds,
  fakeS3,
  fakeS3Control,
  fakeSecurityHub,
  fakeSns,
]
