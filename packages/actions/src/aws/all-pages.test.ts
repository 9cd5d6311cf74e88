import { expect, it } from 'vitest'
import { allPages, type Page } from './all-pages.js'

/** Answers page after page, and notes the tokens that it was asked with. */
function pages(...answers: readonly Page<number>[]) {
  const asked: (string | undefined)[] = []
  const fetch = async (token: string | undefined) => {
    asked.push(token)
    return answers[asked.length - 1] ?? { items: undefined, next: undefined }
  }
  return { asked, fetch }
}

it('joins the pages in order and hands each token on', async () => {
  const { asked, fetch } = pages(
    { items: [1, 2], next: 'a' },
    { items: [], next: 'b' },
    { items: [3], next: undefined },
  )
  expect(await allPages('numbers', fetch)).toEqual([1, 2, 3])
  expect(asked).toEqual([undefined, 'a', 'b'])
})

it('takes an empty token for the end', async () => {
  expect(await allPages('numbers', pages({ items: [1], next: '' }).fetch)).toEqual([1])
})

it('does not take a missing list for an empty one', async () => {
  await expect(allPages('numbers', pages({ items: undefined, next: undefined }).fetch)).rejects.toMatchObject({
    code: 'aws.failed',
    message: 'AWS answered without the list of numbers',
  })
})

it('stops at a token that comes twice', async () => {
  const { fetch } = pages({ items: [1], next: 'a' }, { items: [2], next: 'b' }, { items: [3], next: 'a' })
  await expect(allPages('numbers', fetch)).rejects.toMatchObject({
    code: 'aws.failed',
    message: 'the list of numbers does not end',
  })
})

it('stops at a list that never ends, though every token is new', async () => {
  let page = 0
  const endless = async () => ({ items: [page], next: `token-${page++}` })
  await expect(allPages('numbers', endless)).rejects.toMatchObject({ message: 'the list of numbers does not end' })
  expect(page).toBe(101)
})
