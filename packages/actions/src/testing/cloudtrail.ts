/**
 * CloudTrail in process: trails, in the Region that is their home or, for those of all Regions, seen elsewhere.
 *
 * A world lists a trail in each Region where it is to be seen; `homeRegion` says where it can be changed.
 */
import type {
  GetTrailCommandInput,
  GetTrailCommandOutput,
  UpdateTrailCommandInput,
  UpdateTrailCommandOutput,
} from '@aws-sdk/client-cloudtrail'
import { awsError, defineFake, type FakeContext, type Output } from './fake.js'

export interface CloudTrailTrail {
  bucket?: string
  logFileValidation?: boolean
  multiRegion?: boolean
  /** The Region itself when not given. */
  homeRegion?: string
  /** Account that owns an organization's trail; the account itself when not given. */
  owner?: string
}

export interface CloudTrailState {
  trails: { [name: string]: CloudTrailTrail }
}

type Context = FakeContext<CloudTrailState>

export const fakeCloudTrail = defineFake<CloudTrailState>({
  key: 'cloudtrail',
  service: 'CloudTrail',
  prefix: 'cloudtrail',
  scope: 'region',
  initial: () => ({ trails: {} }),
  operations: {
    GetTrail(input: GetTrailCommandInput, context: Context): Output<GetTrailCommandOutput> {
      const { name, trail } = find(input, context)
      return { Trail: { ...shown(name, trail, context), HomeRegion: trail.homeRegion ?? context.region } }
    },
    UpdateTrail(input: UpdateTrailCommandInput, context: Context): Output<UpdateTrailCommandOutput> {
      const { name, trail } = find(input, context)
      if ((trail.homeRegion ?? context.region) !== context.region) {
        throw awsError('InvalidHomeRegionException', `Trail ${name} must be updated from its home Region.`)
      }
      if ((trail.owner ?? context.account) !== context.account) {
        throw awsError('NotOrganizationMasterAccountException', 'The trail belongs to another account.')
      }
      if (input.EnableLogFileValidation !== undefined) trail.logFileValidation = input.EnableLogFileValidation
      if (input.IsMultiRegionTrail !== undefined) trail.multiRegion = input.IsMultiRegionTrail
      if (input.S3BucketName !== undefined) trail.bucket = input.S3BucketName
      return shown(name, trail, context)
    },
  },
})

function find({ Name = '' }: { Name: string | undefined }, { state }: Context) {
  const name = Name.split('/').at(-1) ?? ''
  const trail = state.trails[name]
  if (trail === undefined) throw awsError('TrailNotFoundException', `Unknown trail: ${Name}`, 404)
  return { name, trail }
}

function shown(name: string, trail: CloudTrailTrail, { account, region, partition }: Context) {
  const home = trail.homeRegion ?? region
  const owner = trail.owner ?? account
  return {
    Name: name,
    TrailARN: `arn:${partition}:cloudtrail:${home}:${owner}:trail/${name}`,
    S3BucketName: trail.bucket ?? 'trail-logs',
    IsMultiRegionTrail: trail.multiRegion === true,
    LogFileValidationEnabled: trail.logFileValidation === true,
    IsOrganizationTrail: owner !== account,
  }
}
