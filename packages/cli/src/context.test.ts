import { describe, expect, it } from 'vitest'
import { printJson } from './context.js'
import { quiet } from './testing/quiet-context.js'

describe('createContext', () => {
  it('resolves the project against the working directory and remembers whether it was named', () => {
    expect(quiet({ cwd: '/home/alice' }).context.folder).toEqual({ path: '/home/alice', named: false })
    expect(quiet({ cwd: '/home/alice', project: 'rules' }).context.folder).toEqual({
      path: '/home/alice/rules',
      named: true,
    })
  })

  it('keeps results and remarks apart', () => {
    const { context, stdout, stderr } = quiet()
    printJson(context, { a: [1] })
    context.note('n\n')
    expect([stdout.join(''), stderr.join('')]).toEqual(['{\n  "a": [\n    1\n  ]\n}\n', 'n\n'])
  })
})
