/** The in-process AWS, and what it takes to add a service of one's own. */
import type { Fake } from './fake.js'
import { fakeS3 } from './s3.js'
import { createWorld, type World, type WorldOptions } from './world.js'

export { awsError, defineFake, type Fake, type FakeContext, type Output } from './fake.js'
export { type Call, createWorld, type Fault, type World, type WorldOptions, type WorldState } from './world.js'

/** Every service that the built-in actions reach. */
export const fakes: readonly Fake[] = [fakeS3]

/** A world with all built-in services; `state` is account → Region (or `global`) → service → state. */
export function inProcessAws(state: unknown = {}, options: Omit<WorldOptions, 'fakes' | 'state'> = {}): World {
  return createWorld({ ...options, fakes, state })
}
