import { expect, it } from 'vitest'
import { partitionOf } from './partition-of.js'

it.each([
  ['eu-west-1', 'aws'],
  ['us-east-1', 'aws'],
  ['cn-north-1', 'aws-cn'],
  ['us-gov-west-1', 'aws-us-gov'],
  ['eusc-de-east-1', 'aws-eusc'],
  ['us-iso-east-1', null],
  ['us-isob-east-1', null],
  [null, null],
])('%s is in %s', (region, partition) => {
  expect(partitionOf(region)).toBe(partition)
})
