import { expect, it } from 'vitest'
import { closeDoor } from '../testing/object-actions.js'
import { objectWorld } from '../testing/object-world.js'
import { sampleChange } from '../testing/sample-change.js'
import { readNow, stateOf } from './read-state.js'

it.each([
  [{ kind: 'change', before: 1, after: 2 } as const, { state: 1 }],
  [{ kind: 'closed', state: 2 } as const, { state: 2 }],
  [{ kind: 'pending', state: 3, message: '' } as const, { state: 3 }],
  [{ kind: 'gone' } as const, { state: null }],
  [{ kind: 'refused', code: 'X', message: '' } as const, null],
])('of %j the state is %j', (planned, state) => {
  expect(stateOf(planned)).toEqual(state)
})

it('reads in the place of the change, and nothing for nothing', async () => {
  const world = objectWorld({ '123456789012/eu-west-1/front': { open: true } })
  const action = closeDoor(world)
  expect(await readNow([sampleChange()], action, world.aws, 0)).toEqual([
    { kind: 'change', before: { open: true }, after: { open: false } },
  ])
  expect(await readNow([], action, world.aws, 0)).toEqual([])
})
