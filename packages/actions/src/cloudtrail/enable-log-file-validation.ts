/**
 * Turns on log file validation of a trail, so that a changed or deleted log file shows.
 *
 * A trail of all Regions is seen in each, but changed only in its home Region, and an organization's trail only by
 * the account that owns it. Elsewhere it is refused with the place to go. UpdateTrail changes only what it names.
 */
import { type AwsSession, defineSetting, RedressError } from '@redress/engine'
import { Type } from '@sinclair/typebox'
import { isAwsError } from '../aws/is-aws-error.js'
import { cloudtrail } from './client.js'

export const enableLogFileValidation = defineSetting({
  name: 'cloudtrail.enable-log-file-validation',
  summary: 'Turn on log file validation of a trail.',
  resource: 'AWS::CloudTrail::Trail',
  risk: 'safe',
  permissions: { read: ['cloudtrail:GetTrail'], write: ['cloudtrail:UpdateTrail'] },

  params: Type.Object(
    {
      trail: Type.String({
        pattern: '^(arn:[a-z-]+:cloudtrail:[a-z0-9-]+:[0-9]{12}:trail/)?[A-Za-z0-9][A-Za-z0-9._-]{2,127}$',
        description: 'ARN of the trail; a name finds only trails of the Region itself.',
      }),
    },
    { additionalProperties: false },
  ),

  describe: ({ trail }) => `validate log files of trail ${trail}`,

  async read({ trail }, aws) {
    const found = await trailOf(trail, aws)
    return found === null ? null : { logFileValidation: found.LogFileValidationEnabled === true }
  },

  want: () => ({ logFileValidation: true }),

  async hold(_state, { trail }, aws) {
    // The ARN of a trail names its home Region and its owner.
    const [, , , home = '?', owner = '?'] = (await trailOf(trail, aws))?.TrailARN?.split(':') ?? []
    if (home !== aws.region) {
      const message = `trail \`${trail}\` can be changed only in its home Region, \`${home}\``
      return { kind: 'refused', code: 'HOME_REGION', message }
    }
    if (owner === aws.account) return null
    const message = `trail \`${trail}\` belongs to account \`${owner}\`, which alone can change it`
    return { kind: 'refused', code: 'OTHER_ACCOUNT', message }
  },

  async write({ trail }, { logFileValidation }, aws) {
    const { client, UpdateTrailCommand } = await cloudtrail(aws)
    await client.send(new UpdateTrailCommand({ Name: trail, EnableLogFileValidation: logFileValidation }))
  },
})

async function trailOf(trail: string, aws: AwsSession) {
  const { client, GetTrailCommand } = await cloudtrail(aws)
  try {
    const { Trail } = await client.send(new GetTrailCommand({ Name: trail }))
    if (Trail === undefined) throw new RedressError('aws.failed', `AWS answered without the settings of trail ${trail}`)
    return Trail
  } catch (error) {
    if (isAwsError(error, 'TrailNotFoundException')) return null
    throw error
  }
}
