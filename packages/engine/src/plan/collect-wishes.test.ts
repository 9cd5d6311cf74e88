import { describe, expect, it } from 'vitest'
import { bench, decision, sampleProject } from '../testing/acting-bench.js'
import { collectWishes } from './collect-wishes.js'

const { actions, world } = bench()
const deps = { actions, aws: world.aws, project: sampleProject }

describe('collectWishes', () => {
  it('keeps the order of the first who asks', async () => {
    const { wishes } = await collectWishes(
      [decision('1', 'b', [{}]), decision('2', 'a', [{}]), decision('3', 'b', [{}])],
      deps,
    )
    expect(wishes.map(({ target, findings }) => [target, findings])).toEqual([
      ['b', ['1', '3']],
      ['a', ['2']],
    ])
  })

  it('keeps updates of different findings apart, and those of one finding’s targets together', async () => {
    const mark = [{ use: 'record.mark', with: { mark: 'yes' } }]
    const { wishes } = await collectWishes(
      [decision('1', 'a', mark), decision('1', 'b', mark), decision('2', 'a', mark)],
      deps,
    )
    expect(wishes.map(({ target, sequences }) => [target, sequences.length])).toEqual([
      ['1', 2],
      ['2', 1],
    ])
  })

  it('gives one reason where what held the rule back is also why nothing is done', async () => {
    const held = { rule: 'r', code: 'guided', message: 'for a person', guide: ['Do it.'] }
    const decided = { ...decision('1', 'a', []), held: [held] }
    const codes = async (skipped: string | null) =>
      (await collectWishes([{ ...decided, skipped }], deps)).unplanned.map(({ rule, code }) => [rule, code])
    expect(await codes('guided')).toEqual([['r', 'guided']])
    expect(await codes('exception')).toEqual([
      [null, 'exception'],
      ['r', 'guided'],
    ])
    expect(await codes(null)).toEqual([['r', 'guided']])
  })

  it('asks where home is once, and only for what runs there', async () => {
    let asked = 0
    const home = () => {
      asked += 1
      return world.aws.home()
    }
    const counted = { ...deps, aws: { ...world.aws, home } }
    await collectWishes([decision('1', 'a', [{}])], counted)
    expect(asked).toBe(0)
    const say = (text: string) => ({ use: 'message.send', with: { text } })
    await collectWishes([decision('1', 'a', [say('x'), say('y')])], counted)
    expect(asked).toBe(1)
  })

  it('does not ask where home is for a message that is only observed', async () => {
    const aws = { ...world.aws, home: () => Promise.reject(new Error('no credentials')) }
    const say = { use: 'message.send', with: { text: 'x' } }
    const { wishes, unplanned } = await collectWishes(
      [decision('1', 'a', [{ ...say, mode: 'observe' }]), decision('2', 'a', [say])],
      { ...deps, aws },
    )
    expect(wishes.map(({ findings }) => findings)).toEqual([['1']])
    expect(unplanned).toMatchObject([{ code: 'no-place', message: 'no credentials' }])
  })
})
