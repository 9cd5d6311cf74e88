import { expect, it } from 'vitest'
import { createPartMaker } from './part-maker.js'

it('makes nothing of nothing, in each form', () => {
  expect(createPartMaker({ kind: 'json' }).take()).toEqual({ sections: [], left: [] })
  expect(createPartMaker({ kind: 'text', width: 80, colours: true }).take()).toEqual({ sections: [], left: [] })
})
