import { expect, it } from 'vitest'
import { allBlocked, publicAccessFlags } from './public-access-flags.js'

it.each([
  [
    'nothing',
    undefined,
    {
      ...allBlocked,
      BlockPublicAcls: false,
      IgnorePublicAcls: false,
      BlockPublicPolicy: false,
      RestrictPublicBuckets: false,
    },
  ],
  [
    'one that is left out',
    { ...allBlocked, BlockPublicPolicy: undefined },
    { ...allBlocked, BlockPublicPolicy: false },
  ],
  ['all', allBlocked, allBlocked],
])('settings of %s are read as booleans', (_name, block, flags) => {
  expect(publicAccessFlags(block)).toEqual(flags)
})
