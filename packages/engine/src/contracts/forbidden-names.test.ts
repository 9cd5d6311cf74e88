import { expect, it } from 'vitest'
import { isForbiddenName } from './forbidden-names.js'

it('names that an empty object seems to have are forbidden', () => {
  const names = ['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', '__defineGetter__']
  expect(names.filter((name) => !isForbiddenName(name))).toEqual([])
})

it('other names are not', () => {
  expect(['proto', 'Constructor', 'name', 'length', ''].filter(isForbiddenName)).toEqual([])
})
