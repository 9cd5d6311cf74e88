import { expect, it } from 'vitest'
import type { FromThread, ToThread } from './messages.js'
import { serve } from './serve.js'

it('a batch before the project is answered with a failure', async () => {
  const answer = await new Promise<FromThread>((resolve) => {
    const port = {
      on: (_event: 'message', listener: (message: ToThread) => void) => listener({ kind: 'decide', batch: [] }),
      postMessage: resolve,
    }
    serve(port, async () => [])
  })
  expect(answer).toEqual({ kind: 'failed', message: 'a batch came before the project' })
})
