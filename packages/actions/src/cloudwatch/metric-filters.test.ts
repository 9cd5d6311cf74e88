import { describe, expect, it } from 'vitest'
import { inProcessAws } from '../testing/in-process-aws.js'
import { createFilter, deleteFilter, findFilters } from './metric-filters.js'

const place = { account: '123456789012', region: 'eu-west-1', partition: 'aws' }
const metric = { metricName: 'M', metricNamespace: 'N' }
const world = (metricFilters: object) =>
  inProcessAws({ '123456789012': { 'eu-west-1': { logs: { logGroups: { trail: { metricFilters } } } } } })

describe('metric filters', () => {
  it('are found over several pages, but for those that make no metric', async () => {
    const transformed = { filterPattern: 'x', metricTransformations: [{ ...metric, metricValue: '1' }] }
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`f${index}`, transformed]))
    const { aws, calls } = world({ ...many, empty: { filterPattern: 'x', metricTransformations: [] } })
    const found = await findFilters('trail', await aws.reading(place))
    expect(found?.map(({ filter }) => filter.name).sort()).toEqual(Object.keys(many).sort())
    expect(calls).toHaveLength(2)
  })

  it('are null where there is no log group', async () => {
    expect(await findFilters('other', await world({}).aws.reading(place))).toBeNull()
  })

  it('can be created, found and deleted', async () => {
    const { aws } = world({})
    const session = await aws.writing(place, JSON.parse('{}'))
    await createFilter({ logGroupName: 'trail', filterPattern: '{x}' }, { name: 'f', ...metric }, session)
    expect(await findFilters('trail', session)).toEqual([{ pattern: '{x}', filter: { name: 'f', ...metric } }])
    await deleteFilter('trail', 'f', session)
    expect(await findFilters('trail', session)).toEqual([])
  })
})
