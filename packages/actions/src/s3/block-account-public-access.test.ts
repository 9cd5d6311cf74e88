import { inProcessAws } from '../testing/index.js'
import { keepsTheLaws } from '../testing/laws.js'
import { blockAccountPublicAccess } from './block-account-public-access.js'
import { allBlocked } from './public-access-flags.js'

const account = (s3control: object) => inProcessAws({ '123456789012': { global: { s3control } } })

keepsTheLaws(
  blockAccountPublicAccess,
  {},
  {
    open: {
      'an account never configured': () => account({}),
      'an account that lets policies through': () =>
        account({ publicAccessBlock: { ...allBlocked, RestrictPublicBuckets: false } }),
    },
    closed: { 'an account that is shut': () => account({ publicAccessBlock: allBlocked }) },
  },
)
