import { expect, it } from 'vitest'
import { sampleChange, sampleFacts } from '../testing/sample-change.js'
import { killSwitchGuard } from './kill-switch.js'

it('stops everything while it is on', () => {
  expect(killSwitchGuard(sampleChange(), sampleFacts())).toBeNull()
  expect(killSwitchGuard(sampleChange(), sampleFacts({ stopped: true }))).toEqual({
    kind: 'refused',
    code: 'STOPPED',
    message: 'the kill switch is on, or cannot be read',
  })
})
