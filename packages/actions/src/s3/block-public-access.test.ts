import { inProcessAws } from '../testing/index.js'
import { keepsTheLaws } from '../testing/laws.js'
import { blockPublicAccess } from './block-public-access.js'

const allOn = { BlockPublicAcls: true, IgnorePublicAcls: true, BlockPublicPolicy: true, RestrictPublicBuckets: true }

const bucketWith = (publicAccessBlock?: object) =>
  inProcessAws({
    '123456789012': { global: { s3: { buckets: { logs: publicAccessBlock ? { publicAccessBlock } : {} } } } },
  })

keepsTheLaws(
  blockPublicAccess,
  { bucket: 'logs' },
  {
    open: {
      'a bucket never configured': () => bucketWith(),
      'a bucket open to policies': () => bucketWith({ ...allOn, BlockPublicPolicy: false }),
    },
    closed: { 'a bucket already blocked': () => bucketWith(allOn) },
  },
)
