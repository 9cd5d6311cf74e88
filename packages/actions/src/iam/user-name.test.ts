import { expect, it } from 'vitest'
import { UserName } from './user-name.js'

const isUserName = (name: string) => new RegExp(UserName.pattern ?? '').test(name)

it.each(['alice', 'a', 'ci+deploy@example.com', 'A_b-1.2=,', 'a'.repeat(64)])('%s is a user name', (name) => {
  expect(isUserName(name)).toBe(true)
})

it.each(['', 'team/alice', 'alice\n', 'älice', 'a'.repeat(65), '*'])('%j is none', (name) => {
  expect(isUserName(name)).toBe(false)
})
