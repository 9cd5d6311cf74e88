import { expect, it } from 'vitest'
import { sampleChange, sampleFacts } from '../testing/sample-change.js'
import { exceptionGuard } from './exception.js'

it('blocks every change of a target that an exception covers', () => {
  expect(exceptionGuard(sampleChange(), sampleFacts())).toBeNull()
  expect(exceptionGuard(sampleChange(), sampleFacts({ exception: 'bastion' }))).toEqual({
    kind: 'refused',
    code: 'EXCEPTION',
    message: 'the target is covered by exception `bastion`',
  })
})

it('lets the finding itself be updated: that is how an exception suppresses it', () => {
  const hub = sampleFacts({
    exception: 'bastion',
    action: { place: 'hub', once: false, risk: 'safe', reversible: 'full' },
  })
  expect(exceptionGuard(sampleChange(), hub)).toBeNull()
})
