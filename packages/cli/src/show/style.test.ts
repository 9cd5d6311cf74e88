import { describe, expect, it } from 'vitest'
import { styleFor } from './style.js'

describe('styleFor', () => {
  it.each([
    ['a terminal', {}, true, true, true],
    ['a file', {}, false, true, false],
    ['a terminal with --no-color', {}, true, false, false],
    ['a terminal with NO_COLOR', { NO_COLOR: '1' }, true, true, false],
    ['a terminal with an empty NO_COLOR', { NO_COLOR: '' }, true, true, true],
    ['a dumb terminal', { TERM: 'dumb' }, true, true, false],
  ])('decides for %s', (_name, env, isTTY, wanted, colours) => {
    expect(styleFor({ env }, isTTY, wanted).red('x') !== 'x').toBe(colours)
  })
})
