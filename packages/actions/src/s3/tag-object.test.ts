import { describe, expect, it } from 'vitest'
import { inProcessAws } from '../testing/index.js'
import { keepsTheLaws } from '../testing/laws.js'
import { planOf } from '../testing/plan-of.js'
import { tagObject } from './tag-object.js'

const objectWith = (tags?: object) =>
  inProcessAws({
    '123456789012': {
      global: { s3: { buckets: { data: { objects: { 'a/people.csv': tags === undefined ? {} : { tags } } } } } },
    },
  })
const numbered = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`tag${i}`, 'x']))
const params = { object: 'data/a/people.csv', tags: [{ key: 'DataClass', value: 'sensitive' }] }

keepsTheLaws(tagObject, params, {
  open: {
    'an object without tags': () => objectWith(),
    'an object with other tags': () => objectWith({ team: 'blue' }),
    'an object with another value': () => objectWith({ DataClass: 'public', team: 'blue' }),
    'an object with nine tags': () => objectWith(numbered(9)),
    'an object with ten tags, ours among them': () => objectWith({ ...numbered(9), DataClass: 'public' }),
  },
  closed: { 'an object that is tagged': () => objectWith({ team: 'blue', DataClass: 'sensitive' }) },
})

describe('the tags of an object', () => {
  it('are merged', async () => {
    expect(await planOf(tagObject, params, objectWith({ team: 'blue', DataClass: 'public' }))).toEqual({
      kind: 'change',
      before: { tags: { team: 'blue', DataClass: 'public' } },
      after: { tags: { team: 'blue', DataClass: 'sensitive' } },
    })
  })

  it('may not become more than ten', async () => {
    expect(await planOf(tagObject, params, objectWith(numbered(10)))).toEqual({
      kind: 'refused',
      code: 'TOO_MANY_TAGS',
      message: 'object `data/a/people.csv` would have 11 tags, and S3 takes 10',
    })
  })

  it.each(['data/gone.csv', 'gone/people.csv'])('are not looked for on %s, which is gone', async (object) => {
    expect(await planOf(tagObject, { ...params, object }, objectWith())).toEqual({ kind: 'gone' })
  })
})

it('says which tags', () => {
  expect(tagObject.describe(params)).toBe('tag object data/a/people.csv with DataClass')
})
