import { describe, expect, it } from 'vitest'
import { quiet } from '../testing/quiet-context.js'
import { startProgress } from './progress.js'

describe('startProgress', () => {
  it.each([{}, { json: true, terminal: true }, { terminal: true }])(
    'writes nothing where nobody watches: %j',
    (options) => {
      const { context, stdout, stderr } = quiet(options)
      const progress = startProgress(context, 'reading')
      progress.step(null, null)
      progress.step(3, 9)
      progress.stop()
      expect([...stdout, ...stderr]).toEqual([])
    },
  )
})
