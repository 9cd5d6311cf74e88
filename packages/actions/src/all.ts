/**
 * Every built-in action. Importing this loads no SDK client: an action loads its own when it first calls AWS.
 *
 * An action is in the list by being exported from the `index.ts` of its service.
 */
import type { Action } from '@redress/engine'
import * as cloudtrail from './cloudtrail/index.js'
import * as cloudwatch from './cloudwatch/index.js'
import * as config from './config/index.js'
import * as ec2 from './ec2/index.js'
import * as finding from './finding/index.js'
import * as iam from './iam/index.js'
import * as kms from './kms/index.js'
import * as notify from './notify/index.js'
import * as rds from './rds/index.js'
import * as s3 from './s3/index.js'

const services = [cloudtrail, cloudwatch, config, ec2, finding, iam, kms, notify, rds, s3]

/** In the order of their names. */
export const builtinActions: readonly Action[] = services
  .flatMap((service) => Object.values<unknown>(service).filter(isAction))
  .sort((a, b) => (a.name < b.name ? -1 : 1))

/** Services export what makes actions of one's own, too. */
function isAction(value: unknown): value is Action {
  return typeof value === 'object' && value !== null && 'name' in value && 'plan' in value && 'apply' in value
}
