/**
 * A fake that gives fixed answers to some operations: for what AWS answers now and then though nothing is wrong with
 * the call, such as success with an empty body.
 */
import type { Fake } from './fake.js'

/** Hand it to `inProcessAws` as one of `fakes`; it takes the place of the fake of the same service. */
export function answerWith(fake: Fake, answers: { readonly [operation: string]: object }): Fake {
  return {
    ...fake,
    answer: async (operation, input, context) => answers[operation] ?? fake.answer(operation, input, context),
  }
}
