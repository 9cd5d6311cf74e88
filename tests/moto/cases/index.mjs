/** All cases, one or more for each action, by service. */
import { config } from './config.mjs'
import { ec2 } from './ec2.mjs'
import { finding } from './finding.mjs'
import { iam } from './iam.mjs'
import { monitoring } from './monitoring.mjs'
import { notify } from './notify.mjs'
import { s3 } from './s3.mjs'

export const cases = [...ec2, ...s3, ...iam, ...monitoring, ...config, ...finding, ...notify]
