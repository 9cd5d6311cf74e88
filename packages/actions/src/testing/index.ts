/** The in-process AWS, what it takes to add a service of one's own (they are listed in `fakes.ts`), and the test runner. */
export { awsError, defineFake, type Fake, type FakeContext, type FakeDefinition, type Output } from './fake.js'
export { fakes } from './fakes.js'
export { inProcessAws } from './in-process-aws.js'
export { type CaseResult, runTest, type TestSetup } from './run-test.js'
export { type Call, createWorld, type Fault, type World, type WorldOptions, type WorldState } from './world.js'
