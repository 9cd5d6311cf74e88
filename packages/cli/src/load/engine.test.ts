import { describe, expect, it } from 'vitest'
import { quiet } from '../testing/quiet-context.js'
import { journalPath } from './engine.js'

describe('journalPath', () => {
  const { context } = quiet({ cwd: '/home/alice', project: 'rules' })
  it.each([
    ['real runs in the project', {}, '/home/alice/rules/.redress/journal.jsonl'],
    [
      'simulated runs apart from them',
      { simulate: true as const },
      '/home/alice/rules/.redress/simulated-journal.jsonl',
    ],
    ['runs where the user wants, from the working directory', { journal: 'j.jsonl' }, '/home/alice/j.jsonl'],
  ])('keeps %s', async (_name, options, path) => {
    expect(await journalPath(context, options)).toBe(path)
  })
})
